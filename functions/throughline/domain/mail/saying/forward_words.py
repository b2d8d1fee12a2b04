"""The words by which mail programs pass a mail on, in the languages people write here; data only."""

PREFIXES = r"fwd?|fw|wg|tr|rv|enc|vs|vb|vl|pd|i|doorst|ilt|továbbítás|пересл|weitergeleitet|转发|轉發|轉寄|転送"
REPLIES = r"re|aw|antw?|antwort|antwoord|رد|sv|odp|res|rif|r|ri|ref|betr|回复|回覆|答复|返信|отв|ynt|vá"
FORWARDED = (
    r"forwarded (?:message|mail|e-mail|by)|weitergeleitete (?:nachricht|mail|e-mail)"
    r"|message (?:transféré|réexpédié|transmis)|courriel (?:transféré|réexpédié)"
    r"|mensaje reenviado|correo reenviado|mensagem (?:re)?encaminhada|messaggio inoltrato|doorgestuurd bericht"
    r"|vidarebefordrat (?:meddelande|mejl|brev)"
    r"|przekazana wiadomość|wiadomość przekazana|treść przekazanej wiadomości|videresendt (?:meddelelse|melding|besked)"
    r"|välitetty viesti|přeposlaná zpráva"
    r"|переслан\w* сообщени\w*|пересылаем\w* сообщени\w*|перенаправленн\w* сообщени\w*"
    r"|(?:iletilen|yönlendirilen|yönlendirilmiş) (?:ileti|mesaj)|továbbított (?:üzenet|levél)"
    r"|転送(?:された)?メッセージ|転送メール|转发的?(?:邮件|消息|郵件)(?:信息)?|轉寄(?:的)?(?:郵件|訊息)|轉寄者|转发邮件"
)
