"""The main job on real input: notes, mail and surveys in, mails to departments, thanks and a digest out."""
