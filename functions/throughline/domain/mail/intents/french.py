"""French."""

from throughline.domain.mail.intents.words import Words

WORDS = Words(
    hello="""bonjour, bonsoir, salut, bonjour à tous, bonjour à toutes et à tous, bonjour tout le monde, coucou,
        madame, monsieur, madame monsieur, chère, cher, chers collègues, chers tous, bonjour madame, bonjour monsieur,
        chère madame, cher monsieur, re bonjour, hello""",
    bye="""cordialement, bien cordialement, très cordialement, cdlt, cdt, bien à vous, bien à toi, salutations,
        meilleures salutations, sincères salutations, sincèrement, amicalement, bonne journée, bonne soirée, bon
        week-end, bon weekend, bonne fin de journée, à bientôt, bises, bien sincèrement, respectueusement, envoyé de
        mon, belle journée, excellente journée""",
    filler="""c, ce, cela, ça, ceci, maintenant, désormais, aujourd'hui, hier, ce matin, cet après-midi, ce soir même,
        hier soir, déjà, aussi, ici, bien, chez nous, de notre côté, pour vous, pour toi, tout, enfin, complètement,
        totalement, entièrement, définitivement, depuis ce matin, depuis hier, depuis aujourd'hui, problème, souci, le
        problème, le souci, sujet, dossier, demande, affaire, l'affaire, point, statut, mise à jour, info, pour info,
        bonne nouvelle, alors, donc, voilà, voila, voilà qui, y, vous, te, t, immédiatement, tout de suite, aussitôt,
        avec succès, entre-temps, plus de problème, plus de souci, pas de problème, pas de souci, aucun souci, sans
        problème, sans souci, à nouveau, de nouveau, même, désolé, désolée, pardon, du coup, à partir de maintenant,
        dès maintenant, dès aujourd'hui, comme demandé, il y a, votre demande, votre message, cette fois, oui, vite
        fait, rapidement, tous, toutes, ils, elles, elle, il, message, mail, courriel, signalement, retour""",
    joins="et, ainsi que, puis",
    at="dans, sur, en, au, aux, à, chez, dans le, dans la, sur le, sur la, à la, de, avec, pour, par",
    we="""nous, nous avons, on, on a, nous l'avons, on l'a, je, j, j ai, ai, je l'ai, j'ai, j'ai bien, nous avons bien,
        on a bien, nous venons de, on vient de, je viens de, notre équipe a, l'équipe a, mes collègues ont, mon
        collègue a, avons, nous les avons, on les a, c'est nous qui avons, nous y avons""",
    be="""est, sont, a été, ont été, est maintenant, est désormais, est enfin, est de nouveau, est à nouveau, vient
        d'être, viennent d'être, sont maintenant, fut, été, est déjà, a bien été, est donc, sont désormais, est aussi,
        a donc été""",
    was="""était, étaient, c'était, c'était juste, c'était seulement, c'était simplement, il s'agissait, il y avait,
        étions""",
    plain="sous, entre, vers, ont, a, se, nouveau, nouvelle, nouveaux, deux, trois, petit, grand, neuf, neuve",
    the="""le, la, les, un, une, des, l, notre, nos, votre, vos, ce, cette, ces, cet, du, tous les, toutes les, chaque,
        de la, de l, d""",
    thing="""étiquette, étiquettes, imprimante, imprimantes, scanner, lecteur, lecteurs, carton, cartons, ruban,
        scotch, caisse, caisses, prix, page, site, lien, liens, formulaire, étagère, rayon, porte, portes, tiroir,
        lumière, lampe, lampes, ascenseur, chariot, commande, facture, adresse, fiche, texte, faute, erreur, erreurs,
        panne, défaut, bug, câble, système, écran, affichage, affiche, description, catalogue, liste, emballage,
        machine, appareil, article, chauffage, balance, application, logiciel, modèle, batterie, pile, rouleau,
        serrure, réglage, code-barres, anomalie, colis type, notice, panneau, incident, ticket, boîte, boîtes, photo,
        photos, boite""",
    ended="""fait, faite, faits, faites, c'est fait, terminé, terminée, fini, finie, clos, clôturé, clôturée, traité,
        traitée, mission accomplie, affaire classée, c'est bon, tout est bon, réglé, réglée, réglés, réglées, arrangé,
        arrangée, est réglée""",
    done="""résolu, résolue, résolus, résolues, réparé, réparée, réparés, réparées, corrigé, corrigée, corrigés,
        corrigées, rectifié, rectifiée, rétabli, rétablie, solutionné, solutionnée, remis en état, remise en état,
        remis en ordre, remis en service, remise en service, dépanné, dépannée, rentré dans l'ordre, tout est rentré
        dans l'ordre, est rentré dans l'ordre, en ordre, remédié, c'est ok maintenant, affaire réglée, problème réglé,
        rafistolé""",
    did="""changé, changée, changés, changées, remplacé, remplacée, remplacés, remplacées, modifié, modifiée, modifiés,
        échangé, échangée, mis à jour, mise à jour, ajusté, ajustée, réimprimé, réimprimée, réimprimées, retiré,
        retirée, enlevé, nettoyé, nettoyée, réinstallé, adapté, adaptée, renouvelé, remboursé, complété, déplacé,
        ajouté, ajoutée, renforcé, resserré, redémarré, relancé, rechargé, réassorti, refait, refaite, remonté,
        installé, installée, posé, posée, branché""",
    works="""remarche, refonctionne, ça remarche, ça marche à nouveau, fonctionne à nouveau, fonctionne de nouveau,
        fonctionne maintenant, marche à nouveau, marche de nouveau, remarche bien, fonctionnent à nouveau, marchent à
        nouveau, de nouveau opérationnel, imprime à nouveau, est à nouveau disponible, est de nouveau en service, de
        nouveau en service, tourne à nouveau, à nouveau fonctionnel""",
    means="en (changeant|remplaçant|ajoutant|utilisant|modifiant|resserrant|nettoyant|redémarrant)",
    since="depuis, depuis la, depuis le, depuis ce, dernier",
    got="""bien reçu, reçu, reçu merci, message reçu, mail reçu, c'est reçu, nous avons bien reçu (votre message|votre
        demande|votre mail|le message), nous avons reçu (votre message|votre demande|votre mail|le message), bien reçu
        votre message, bien noté, noté, c'est noté, c'est bien noté, j'ai noté, nous avons noté, nous en prenons note,
        je prends note, prenons bonne note, compris, vu, c'est vu, bien compris, c'est compris, entendu, bien entendu,
        je m'en occupe, on s'en occupe, nous nous en occupons, m'en occupe, s'en occupe, je m'en charge, on s'en
        charge, nous nous en chargeons, je regarde, on regarde, nous regardons, je regarde ça, on regarde ça, regardons
        ça, je vais regarder, on va regarder, nous allons regarder, (je vais|on va|nous allons) (regarder|voir|
        vérifier|étudier|examiner|analyser) (ça|cela|la question|), je vérifie, on vérifie, nous vérifions, nous
        vérifions cela, je vérifie ça, vérifions, on vérifie ça, je me renseigne, nous nous renseignons, on se
        renseigne, nous étudions (cela|la question|votre demande), nous examinons (cela|la question), on y travaille,
        nous y travaillons, j'y travaille, on est dessus, je suis dessus, nous sommes dessus, on est sur le coup, je
        suis sur le coup, je prends, on prend, nous prenons, je le prends, nous prenons en charge, on prend en charge,
        je prends en charge, pris en charge, c'est pris en charge, pris en compte, c'est pris en compte, prise en
        compte, en cours de traitement, en cours d'analyse, est en cours de traitement, est bien arrivé, bien arrivé,
        votre message est bien arrivé, c'est dans les tuyaux, je fais le nécessaire, on fait le nécessaire, nous
        faisons le nécessaire, on s'y met, je m'y mets, on revient vers vous, je reviens vers vous, nous revenons vers
        vous, on vous tient au courant, je vous tiens au courant, nous vous tenons au courant, je vois ça, on voit ça,
        je m'y attelle, laissez-moi voir, laisse-moi voir, laissez-nous voir, je check, on check, je fais suivre en
        interne, on se penche dessus, nous nous penchons dessus, je vais m'en occuper, on va s'en occuper, nous allons
        nous en occuper, nous sommes au courant, on est au courant""",
    okay="""ok, okay, d'accord, d accord, dac, très bien, ça marche, parfaitement, ça roule, volontiers, c'est
        d'accord, pas de souci on regarde, ok ça marche, entendu merci, oki, nickel, c'est ok""",
    surely="bien sûr, évidemment, naturellement, certes, mais oui",
    thanks="""merci, merci beaucoup, merci bien, mille mercis, un grand merci, grand merci, merci à vous, merci à toi,
        mci, nous vous remercions, je vous remercie, on vous remercie, remerciements, avec mes remerciements, tous nos
        remerciements, vous remercie, merci encore, merci infiniment""",
    praise="""bravo à tous, super, génial, formidable, magnifique, ça fait plaisir, cela fait plaisir, ça nous fait
        plaisir, quel plaisir, ravi, ravie, ravis, nous sommes ravis, nous sommes touchés, touchés, c'est gentil, très
        gentil, que c'est gentil, quel gentil message, quel beau message, beau message, ça fait chaud au cœur, ça fait
        chaud au coeur, parfait, excellent, de rien, avec plaisir, je vous en prie, je transmets à l'équipe, l'équipe
        sera ravie, nous transmettons à l'équipe, toute l'équipe est ravie, plaisir à lire""",
    courtesy="""n'hésitez pas, n'hésite pas, si besoin, en cas de besoin, dites-nous, dis-moi si, dites-moi, tenez-moi
        au courant, tenez-nous au courant, pour toute question, si vous avez des questions, si vous avez besoin, à
        votre disposition, reste à disposition, restons à votre disposition, je reste à votre disposition, cela ne se
        reproduira plus, ça ne se reproduira plus, cela ne se reproduira pas, ça ne se reproduira pas, ça n'arrivera
        plus, cela n'arrivera plus, désolé pour, désolée pour, désolés pour, toutes nos excuses, mes excuses, nos
        excuses, excusez-nous, veuillez nous excuser, nous nous excusons, revenez vers nous, faites-nous signe, si quoi
        que ce soit""",
    please="svp, s'il vous plaît, s'il te plaît, stp, veuillez, merci de, merci d, prière de",
    person="""tu, client, cliente, clients, le client, la cliente, quelqu'un, technicien, le technicien, fournisseur,
        chef, patron, eux, lui, collègue, monsieur untel""",
    no="""ne, n, pas, non, jamais, rien, aucun, aucune, personne, ni, sans, nullement, guère, impossible,
        malheureusement, hélas, nenni, refuse, refusons, refusé, mauvais, mauvaise, que nenni, échoué, inachevé""",
    later="""sera, seront, serait, seraient, soit, être, d'être, va, vont, vais, allons, allez, bientôt, demain,
        prochain, prochaine, prochainement, plus tard, après-demain, d'ici peu, faut, faudra, faudrait, doit, doivent,
        devons, devra, à faire, à régler, à corriger, à réparer, à résoudre, à traiter, reste à, restent, reste, prévu,
        prévue, planifié, programmé, attend, attendons, en attente, attente, régler, corriger, réparer, résoudre,
        finir, faire, terminer, dès que, dès la, dès le, une fois, avant, après, lorsque, quand, espère, espérons,
        espoir, souhaite, souhaitons, souhaitez, veux, voulons, voudrais, aimerais, aimerions, pouvoir, peut, peuvent,
        pourrait, pourrons, pourra, pouvez, promis, urgent, urgence, au plus vite, rapidement possible, le plus vite
        possible, réparera, réglera, corrigera, fera, ferons, en cours, suivra, suit, suivront, commence, commençons,
        tentera, aura, auront, sous peu, tout à l'heure, ce soir, prochains, échéance""",
    doubt="""si, s il, sinon, à condition, pourvu, au cas où, peut-être, peut être, sans doute, probablement,
        vraisemblablement, éventuellement, possible, possiblement, crois, croit, croyons, pense, penses, pensons,
        pensent, suppose, supposons, imagine, dirait, semble, semblerait, semblent, paraît, il paraît, apparemment,
        visiblement, normalement, en principe, théoriquement, en théorie, sur le papier, a priori, devrait, devraient,
        aurait, auraient, aurait dû, doute, doutons, pas sûr, à moitié, moitié, demi, partiellement, en partie, partie,
        presque, quasi, quasiment, pratiquement, à peu près, plus ou moins, plutôt, un peu, seulement, que la,
        uniquement, un sur deux, une sur deux, sur deux, sur trois, sauf, hormis, excepté, à part, à l'exception, mis à
        part, pour l'instant, pour le moment, provisoirement, provisoire, temporairement, temporaire, essayé, essayer,
        essayons, tenté, tentative, l'an dernier, l'année dernière, le mois dernier, l'an passé, auparavant, autrefois,
        avait, avais, avions, jadis, il y a un an, il y a deux ans, autre, autres, différent, différente, ailleurs,
        mon, ma, mes, son, sa, leur, leurs, vélo, voiture, déjeuner, café, réunion, rendez-vous, vacances, congé,
        congés, maison, cuisine, jardin, impôts, mariage, salaire, contrat, prix fixe, comment, comme, dit, disent,
        disait, dire, dites, selon, d'après, affirme, affirment, prétend, prétendent, écrit, écrivait, raconte,
        annonce, annoncé, signale, marqué, marquée, noté comme, indiqué, encore, toujours, en panne, casse, déchire,
        recommence, revenu, revenue, revient, reparaît, rechute, premier, première, second, deuxième, ancien, ancienne,
        l'ancien, l'ancienne, nouvelle panne, manquent, par erreur, trop tôt, trop, ou, bien fait, tout à fait, en
        fait, au fait, fait froid, fait chaud, fait que, il fait, fait à la main, fait main, de fait, pourquoi, où,
        question, faux, pire, insatisfait, mécontent, plainte, réclamation, alors que, suggère, propose, proposition,
        mieux, dommage, pour cent, suspendu, reporté, annulé, annulée, deux fois, plusieurs fois, pis-aller, bricolé,
        jour férié, fait chier, fait toujours, fait défaut, faites-le, qu, vœux, solution, croisons les doigts, on
        croise les doigts, sous réserve, assure, jure, confirme, certifie, promet, dans les grandes lignes, du moins,
        au moins, nous sommes fermés, jusqu ici, pour autant""",
    trouble="cassé, cassée, abîmé, abîmée, manque",
    irony="""bien sûr que, ah super, ah bravo, bravo, tu parles, vous parlez, mon œil, mon oeil, comme d'habitude,
        comme toujours, comme à chaque fois, comme la dernière fois, encore une fois, une fois de plus, mdr, lol, ptdr,
        haha, hahaha, merci pour rien, soi-disant, prétendument, à d'autres, c'est ça oui, oui oui, mais bien sûr, mais
        oui, la bonne blague, blague, félicitations, miracle, quelle surprise, on y croit, ben voyons, ben tiens""",
    contrast="""mais, cependant, toutefois, pourtant, par contre, en revanche, néanmoins, or, quoique, bien que, tandis
        que, malgré""",
    ask="""est-ce, est-ce que, qu'est-ce, avez-vous, as-tu, êtes-vous, pouvez-vous, peux-tu, pourriez-vous, peut-on,
        puis-je, faut-il, savez-vous, y a-t-il, c'était quand, c'était quel, c'était quelle, c'était où, quel, quelle,
        quels, quelles, qui, que, quoi, quand est-ce, combien, quand était, de quel, de quelle, dans quel, dans quelle,
        à quel, à quelle, lequel, laquelle, a-t-il, a-t-elle, a-t-on, doit-on, dois-je, est-il, est-elle, sont-ils, où
        est, où était, pourquoi est, comment était, vous pouvez nous, où""",
    not_ours="""pas (à nous|pour nous|chez nous|nous|de notre ressort|notre service|notre rôle|notre domaine|notre
        travail|notre périmètre|notre affaire|notre rayon|le bon service|les bons interlocuteurs|notre
        responsabilité|nous qui gérons), n'est pas (à nous|pour nous|chez nous|nous|de notre ressort|notre
        service|notre domaine|notre travail|notre périmètre|notre rôle|notre responsabilité|de notre compétence|de
        notre responsabilité), ne relève pas de (nous|notre service|notre compétence), ne nous concerne pas, nous ne
        sommes pas (concernés|responsables|compétents|le bon service|les bons interlocuteurs|en charge), ne sommes pas
        responsables, mauvais service, mauvaise adresse, mauvais destinataire, mauvais interlocuteur, erreur de
        service, erreur de destinataire, rien à voir avec nous, ne dépend pas de nous, n'avons rien à voir, on ne gère
        pas (ça|cela|), nous ne gérons pas (ça|cela|), pas de notre côté, pas de notre compétence, ne gérons pas
        (ça|cela)""",
    belongs="""relève (du|de la|de l|des|de), relèvent (du|de la|de l|des|de), est pour, c'est pour, concerne, c'est
        (du ressort|l'affaire|le rôle|le travail|la responsabilité|une question|une affaire) (du|de la|de
        l|des|pour|de), revient (au|à la|à l|aux|à), appartient (au|à la|à l|aux|à), dépend (du|de la|de l|des|de), est
        du ressort (du|de la|de l|des|de), c'est à, c'est chez, c'est à voir avec, à voir avec, c'est plutôt, c'est
        plutôt pour, incombe (au|à la|à l|aux|à), plutôt pour, plutôt du côté (du|de la|de l|des|de), ça concerne""",
    ask_them="""(demandez|demander|demande|adressez-vous|s'adresser|transmettez|transmettre|à transmettre|transférer|
        transférez|à transférer|faire suivre|faites suivre|à faire suivre|envoyer|envoyez|renvoyer|renvoyez|rediriger|
        redirigez|réaffecter|passez|passer|contacter|contactez|écrivez|orienter|confier) (cela |ça |le message |ceci |)
        (au|à la|à l|aux|à|vers|le|la|les|l), contactez, contacter, voyez avec, voir avec, il faut voir avec, vois
        avec, voyez (directement |plutôt |) avec, adressez-vous (au|à la|à l|aux|à|plutôt au), essayez
        (le|la|l|les|au|à la), merci de contacter, merci de voir avec, merci de transmettre (au|à la|à l|aux|à), merci
        de transférer (au|à la|à l|aux|à), merci de demander (au|à la|à l|aux|à), merci de vous adresser (au|à la|à
        l|aux|à)""",
    theirs="""qui gère, qui gère ça, qui gère cela, qui s'en occupe, qui s'en charge, s'en occupe, s'en charge, gère
        ça, gère cela, est responsable, est compétent, est compétente, est en charge, est concerné, est concernée, qui
        traite, qui traite ça, qui est responsable""",
    more_time="""plus de temps, davantage de temps, besoin de temps, nous faut du temps, me faut du temps, encore du
        temps, encore un peu de temps, un peu de temps, d'un délai, un délai, délai supplémentaire, délai jusqu, un
        délai supplémentaire, d'un délai supplémentaire, (il |)(nous|me) (faut|faudrait) (encore |)du temps,
        prolongation, une prolongation, report jusqu, prolonger, repousser, besoin de quelques jours, quelques jours de
        plus, du temps supplémentaire, temps supplémentaire, nous avons besoin de plus de temps, faut plus de temps""",
    need="""besoin, nous avons besoin de, nous avons besoin d, besoin de, avons besoin, on a besoin de, j'ai besoin de,
        j'ai besoin d, il nous faut, il me faut, il nous faudrait, il nous faudra, il nous faut encore, donnez-nous,
        donnez-nous encore, donne-nous, laissez-nous, accordez-nous, pouvons-nous avoir, peut-on avoir, pourrions-nous
        avoir, pourrait-on avoir, on peut avoir, peut-on attendre, ça va prendre, cela va prendre, cela prendra, ça
        prendra, ça nous prendra, cela nous prendra, il faudra attendre, vous pouvez nous laisser, pouvez-vous nous
        laisser, pouvez-vous nous donner, pouvez-vous nous accorder, merci de nous laisser, merci de nous accorder,
        merci de nous donner, nous demandons, je demande, nous sollicitons""",
    until="jusqu, jusqu'à, jusqu'au, jusqu'à la, d'ici, d'ici à, d'ici au, jusqu'en, pour",
    number="""deux, trois, quatre, cinq, six, sept, huit, neuf, dix, quinze, quelques, encore une, encore un, encore
        deux""",
    span="jour, jours, semaine, semaines, mois, jours ouvrés, jours ouvrables, heures, quinzaine",
    day="""lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, janvier, février, mars, avril, mai, juin,
        juillet, août, septembre, octobre, novembre, décembre, la fin, fin, fin de semaine, fin du mois, week-end,
        noël, pâques, année""",
)
