"""The words by which mail programs announce a quote, in the languages people write here; data only."""

from throughline.domain.mail.splitting.split_patterns import Late

VERBS = (
    r"wrote|writes|schrieb|geschrieben|[ée]crit|escribió|escreveu|scritto|scrive|schreef|geschreven|skrev|skrifaði"
    r"|napisała?(?:\(a\))?|pisze|kirjoitti|napsala?(?:\(a\))?|napísala?(?:\(a\))?|написала?(?:\(а\))?|пишет?|написав"
    r"|yazdı|írta|scris|έγραψε|写道|寫道|書きました|のメール|작성"
)
# One of these is in every verb.
STEMS = Late(
    "wrote|writes|schr|crit|escri|escrev|scri|skr|napisa|napsal|napís|написа|пише|pisze|kirjoitti|yazd|írta|έγραψε"
    "|写道|寫道|書き|のメール|작성",
    0,
)
OPENERS = "on|at|am|le|el|em|il|op|den|på|w dniu|dnia|dne|v|в|在|el día|il giorno"
LABELS = {
    "from": (
        r"from|von|de|da|van|från|fra|od|absender|expéditeur|remitente|mittente|afzender|avsändare|afsender|avsender"
        r"|nadawca|lähettäjä|от|kimden|gönderen|差出人|送信者|送信元|发件人|發件人|寄件人|寄件者|보낸 ?사람"
    ),
    "date": (
        r"sent|sent at|sent on|date|gesendet|gesendet am|datum|envoyé|envoyé le|date d['’]envoi|enviado|enviada"
        r"|enviado el|enviado em|enviada em|enviada a|fecha|data|data invio|inviato|inviato il|verzonden|verzonden op"
        r"|skickat|sendt|dato|wysłano|wysłane|data wysłania|lähetetty|päivämäärä|päiväys|odesláno|odoslané"
        r"|отправлено|дата|gönderildi|gönderme tarihi|tarih|送信日時|日時|日付|发送时间|發送時間|时间|時間|日期"
        r"|寄件日期|传送日期|보낸 ?날짜"
    ),
    "to": (
        r"to|an|à|a|para|per|aan|till|til|do|komu|vastaanottaja|empfänger|destinataire|destinatario|destinatário"
        r"|adresat|кому|kime|alıcı|宛先|收件人|收件者|받는 ?사람"
    ),
    "cc": r"cc|bcc|kopie|copie à|copia|kopia|kopi|dw|do wiadomości|kopio|копия|bilgi|抄送|副本|참조",
    "subject": (
        r"subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|aihe|předmět|predmet|тема"
        r"|konu|件名|主题|主題|主旨|제목"
    ),
    "more": (
        r"reply-to|antwort an|répondre à|responder a|rispondi a|antwoord aan|svar till|importance|priority|wichtigkeit"
        r"|priorität|attachments?|anlagen?|pièces? jointes?|adjuntos?|anexos?|allegati|bijlagen?|bilagor|załączniki"
        r"|message-id|organi[sz]ation|x-mailer|添付ファイル|附件"
    ),
}
ORIGINALS = (
    r"original(?:[\s-]+(?:message|mail|e-mail|email|text|appointment|nachricht|besked|meddelande|melding|bericht))?"
    r"|original(?:nachricht|meddelande|melding|meddelelse|mail)"
    r"|(?:ursprüngliche|weitergeleitete|orig)\s+(?:nachricht|mail|e-mail|termin)"
    r"|weitergeleitet(?:e nachricht)? von.{0,80}"
    r"|message\s+(?:d['’]origine|original|initial|transféré|transmis|réacheminé)|(?:courriel|mail) original"
    r"|e-mail d['’]origine"
    r"|(?:mensaje|correo)\s+(?:original|reenviado)|mensagem\s+(?:original|encaminhada|reencaminhada)"
    r"|messaggio\s+(?:originale|inoltrato|originario)|(?:oorspronkelijk|origineel|doorgestuurd)\s+bericht"
    r"|(?:ursprungligt|vidarebefordrat|ursprungliga)\s+(?:meddelande|meddelandet|mejl|brev)"
    r"|(?:oprindelig|videresendt|opprinnelig)\s+(?:meddelelse|besked|melding|mail)|(?:alkuperäinen|välitetty) viesti"
    r"|(?:oryginalna|przekazana)\s+wiadomość|wiadomość\s+(?:oryginalna|przekazana)|(?:původní|přeposlaná) zpráva"
    r"|(?:исходное|пересылаемое|оригинальное|пересланное) сообщение|(?:özgün|orijinal|iletilen) (?:ileti|mesaj)"
    r"|forwarded (?:message|mail|by).{0,80}|replied message|reply message|previous message"
    r"|(?:元の|転送)?メッセージ|元のメール|原始邮件|原始郵件|邮件原件"
    r"|回复的原邮件|回复邮件|转发的邮件|转发邮件|轉寄郵件|原郵件|원본 ?메시지|原邮件"
)
FORWARDS = (
    r"begin forwarded message|original message processed by .{0,60}|anfang der weitergeleiteten (?:nachricht|e-mail)"
    r"|début du (?:message|e-mail) (?:transféré|réexpédié)"
    r"|inicio del mensaje reenviado|início da mensagem (?:encaminhada|reencaminhada)"
    r"|inizio (?:del )?messaggio inoltrato"
    r"|begin doorgestuurd bericht|(?:vidarebefordrat|början på vidarebefordrat) (?:brev|meddelande|mejl)"
    r"|początek przekazywanej wiadomości|start på videresendt (?:besked|melding)|videresendt (?:besked|melding)"
    r"|válitetty viesti alkaa"
    r"|以下は転送メッセージです|転送されたメッセージ|下面是被转发的邮件|开始转发的邮件|轉寄訊息開始"
)
WRITE_ABOVE = (
    r"(?:reply|write|type|respond|answer|response)\b.{0,40}\babove\b.{0,20}\bline"
    r"|(?:oberhalb|über)\s+dieser\s+(?:zeile|linie)"
    r"|au-dessus de cette ligne|(?:por )?(?:encima|arriba) de esta línea|acima d(?:esta|a) linha"
    r"|sopra (?:a )?questa (?:riga|linea)|boven deze (?:regel|lijn)|ovanför (?:den här|denna) (?:raden?|linjen?)"
    r"|over denne linjen?|(?:powyżej|nad) t(?:ej|ą) lini"
    r"|この(?:行|線)より上|(?:此|本|这|這)(?:行|线|線)(?:以上|上方|之上)"
)
# Who is the subject of the verb in a person's own sentence; a program names a writer.
OWN_SENTENCES = Late(
    r"\bI\b[^<@]{0,24}\bwrote|\b(?:he|she|it|we|they|who)\s+wrote|^(?:He|She|It|We|They|Who)\s+wrote"
    r"|\b(?:(?i:the|a|an|one|some|this|that)\s+[a-z][\w-]*"
    r"|[a-z]*customer|some(?:body|one))\s+wrote"
    r"|schrieb\s+(?:ich|er|sie|es|wir|man|mir|uns|ihr|der|die|das|ein|eine|jemand)\b"
    r"|(?:[jJ]['’]ai|tu as|(?i:il a|elle a|on a|nous avons|vous avez)|(?:le|la|un|une)\s+[a-zà-ÿ]+\s+a)\s+écrit"
    r"|(?:(?i:me|nos|le|les|se)|(?:el|la|un|una)\s+[a-zà-ÿ]+)\s+escribió"
    r"|(?:(?i:me|nos)|(?:o|a|um|uma)\s+[a-zà-ÿ]+)\s+escreveu"
    r"|(?:(?i:ho|abbiamo|mi ha|ci ha)|(?:il|la|un|una)\s+[a-zà-ÿ]+\s+ha)\s+scritto"
    r"|schreef\s+(?:ik|hij|zij|ze|u|je|jij|de|het|een|ons|iemand|me)\b"
    r"|skrev\s+(?:jag|jeg|han|hon|hun|vi|de|du|en|ett|et|kunden|til|till)\b|(?:klient|klientka|ktoś|on|ona)\s+napisał",
    0,
)
# Whose somebody is; no program says so of the one it quotes.
POSSESSED = Late(
    r"(?:\s|^)(?:my|our|your|his|her|their|meine?|unsere?|ihre?|mon|ma|notre|votre|mi|su|nuestr[oa]|meu|minha|noss[oa]"
    r"|mi[oa]|nostr[oa]|mijn|onze|ons|min|vår|vores|mój|moja|nasza?)\s+[^\W\d_]"
    r"|^(?:My|Our|Your|His|Her|Their|Meine?|Unsere?|Mon|Notre|Votre|Nuestr[oa]|Meu|Minha|Noss[oa]|Mijn|Onze)\s+[^\W\d_]",
    0,
)
