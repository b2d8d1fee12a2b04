"""Words by which machines name their mails, in the languages of the people who get them; all in small letters."""

# What a machine calls its own answer. Stands alone, before a colon or in brackets: decides by itself.
ANSWERS = frozenset(
    """automatic reply|auto reply|auto-reply|autoreply|automatic response|auto response|auto-response|autoresponse
|automated reply|automated response|automatically generated reply|auto responder|autoresponder|out of office autoreply
|out of office auto-reply|out of office reply|out-of-office reply|out-of-office autoreply|out of office notification
|out-of-office message|vacation reply|vacation response|vacation autoreply|away message
|automatische antwort|automatische antwortmail|autoantwort|auto-antwort|abwesenheitsnotiz|abwesenheitsnachricht
|abwesenheitsmeldung|abwesenheitsbenachrichtigung|abwesenheitsinfo|abwesenheitsassistent|automatische rückantwort
|réponse automatique|reponse automatique|réponse d'absence|message d'absence|notification d'absence|avis d'absence
|respuesta automática|respuesta automatica|contestación automática|mensaje de ausencia|aviso de ausencia
|resposta automática|resposta automatica|resposta de ausência|mensagem de ausência|aviso de ausência
|risposta automatica|messaggio di assenza|avviso di assenza|risponditore automatico
|automatisch antwoord|automatische beantwoording|automatische reactie|afwezigheidsbericht|afwezigheidsmelding
|afwezigheidsassistent|autosvar|automatiskt svar|automatsvar|frånvaromeddelande|frånvarobesked
|odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|autoresponder poczty|powiadomienie o nieobecności
|自動返信|自動応答|自動返信メール|自動応答メール|不在通知|不在応答|自动答复|自动回复|自動回覆|自動回復|自動答覆|自动应答|外出自动回复
""".replace("\n", "").split("|")
)
# What people too write about being away: needs a second sign.
ABSENCES = frozenset(
    """out of office|out of the office|out-of-office|ooo|away|away re|on vacation|vacation|on holiday|holiday|on leave
|annual leave|abwesend|abwesenheit|außer haus|nicht im büro|im urlaub|urlaub|absent|absente|absence|absence du bureau
|absent du bureau|en congé|en vacances|fuera de la oficina|fuera de oficina|ausente|ausencia|de vacaciones
|fora do escritório|ausência|ausência do escritório|de férias|fuori sede|fuori ufficio|assente|assenza|assenza ufficio
|in ferie|afwezig|afwezigheid|niet op kantoor|op vakantie|frånvaro|frånvarande|ej på kontoret|på semester|inte på plats
|poza biurem|nieobecność|nieobecny|nieobecna|urlop|不在|不在のお知らせ|休暇|外出|外出中|休假|不在办公室|外出通知
""".replace("\n", "").split("|")
)
AWAY = tuple(
    """i am away|i'm away|i am out of|i'm out of|i will be out|i'll be out|i am currently|i'm currently
|i will be away|out of the office until|out of office until|limited access|no access to|will respond|back on|back in the
|i will return|not return until|returning on|reading my mail|on leave|annual leave|on vacation|on holiday
|ich bin bis|ich bin ab|ich bin vom|nicht im büro|nicht im hause|außer haus|im urlaub|bin derzeit|bin zur zeit|wieder da
|wieder erreichbar|nicht erreichbar|in dringenden fällen
|je suis absent|je suis actuellement|absente du bureau|absent du bureau|en congé|de retour|mon retour|en vacances
|estoy fuera|estaré fuera|fuera de la oficina|vuelvo|volveré|regreso|de vacaciones|mi regreso|ausente hasta
|estou fora|estarei fora|fora do escritório|regresso|volto|de férias|ausente até
|sono fuori|sarò fuori|sono assente|sarò assente|torno|tornerò|rientro|rientrerò|in ferie|fuori ufficio
|ik ben tot|ik ben momenteel|ben ik afwezig|niet op kantoor|ik ben weer|er weer|terug op|op vakantie|ben afwezig
|jag är borta|jag är inte|jag är på semester|jag är ledig|åter på|tillbaka|på semester
|jestem poza|jestem nieobecn|będę nieobecn|poza biurem|wracam|wrócę|na urlopie|do poniedziałku
|不在|休暇|出張中|外出し|戻り|不在办公|不在公司|休假|返回|出差|出差中|目前不在
""".replace("\n", "").split("|")
)
MADE_BY_MACHINE = tuple(
    """this is an automated message|this is an automated reply|this is an automated response|this is an automated e
|this is an automated notification|this is an automatic message|this is an automatic reply|this is an automatic response
|this is an automatic notification|this is an automatic e|this is an automatically generated|this is an auto-generated
|this is an auto generated|this is an auto-reply|this is an autoreply|this message was automatically generated
|this message has been automatically generated|this message is automatically generated|this email was automatically
|this e-mail was automatically|this email has been automatically|this message was sent automatically
|please do not reply to this e|please do not reply to this message|do not reply to this e|do not reply to this message
|dies ist eine automatisch generierte|dies ist eine automatisch erstellte|dies ist eine automatisch erzeugte
|dies ist eine automatisch versandte|dies ist eine automatische antwort|dies ist eine automatische nachricht
|dies ist eine automatische e|dies ist eine automatische benachrichtigung|diese e-mail wurde automatisch
|diese nachricht wurde automatisch|diese antwort wurde automatisch
|ceci est un message automatique|ceci est une réponse automatique|ceci est un e-mail automatique
|ce message a été envoyé automatiquement|ce message est généré automatiquement
|este es un mensaje automático|este mensaje se ha generado automáticamente|esta es una respuesta automática
|este es un correo automático|este correo se ha generado automáticamente
|esta é uma mensagem automática|esta é uma resposta automática|este é um e-mail automático
|questo è un messaggio automatico|questo messaggio è stato generato automaticamente|questa è una risposta automatica
|dit is een automatisch gegenereerd|dit is een automatisch bericht|dit is een automatische e
|dit is een automatisch antwoord
|detta är ett automatiskt meddelande|detta är ett automatiskt svar|detta är ett automatiskt genererat
|det här är ett automatiskt meddelande|det här är ett automatiskt svar|det här är ett automatiskt genererat
|to jest wiadomość automatyczna|to jest automatyczna|ta wiadomość została wygenerowana automatycznie
|このメールは自動|本メールは自動|このメールはシステム|此邮件由系统自动|本邮件由系统自动|这是一封自动|此郵件由系統自動|本郵件由系統自動
""".replace("\n", "").split("|")
)
RETURNED = tuple(
    """undeliver|nondeliver|non-deliver|not delivered|could not be delivered|couldn't be delivered|mail delivery
|delivery status notif|delivery failure|delivery notification|delivery report|delivery fail|delivery error
|delivery problem|delivery has failed|failed delivery|message delivery|delayed mail|delivery delayed|returned mail
|returned to sender|returned message|return receipt|failure notice|mail failure|failed mail|message status
|could not deliver|could not send|unable to deliver|mail system error|mail delivery status|message rejected
|email rejected|rejected mail|mailbox full|mailbox unavailable|over quota|user unknown|unknown user|bounced mail
|unzustellbar|nicht zugestellt|nicht zustellbar|zustellung fehl|fehlgeschlagene zustellung|zustellfehler|unzustellbare
|non remis|échec de remise|échec de la remise|échec de distribution|échec d'envoi|non distribu|non délivré
|no se puede entregar|no se pudo entregar|no entregad|entrega fallida|error de entrega|correo devuelto|fallo de entrega
|non recapitabil|mancata consegna|mancato recapito|consegna non riuscita|consegna fallita|non consegnat|non recapitat
|não é possível entregar|não entregue|falha na entrega|falha de entrega|mensagem devolvida|não foi entregue
|onbestelbaar|niet bezorgd|niet afgeleverd|bezorging mislukt|aflevering mislukt|kon niet worden bezorgd
|gick inte att leverera|kunde inte levereras|inte levererat|ej levererbar|olevererbar|leveransfel
|niedostarcz|nie dostarczon|nie można dostarczyć|nie mogła zostać dostarczona|zwrot wiadomości|błąd dostarcz
|配信不能|配信できません|配信エラー|配信失敗|配達不能|配達できません|送信エラー|送信できません|未配信|届きませんでした
|退信|退回|无法投递|无法送达|未送达|投递失败|发送失败|無法傳遞|無法送達|傳送失敗|未送達
""".replace("\n", "").split("|")
)
# How mail systems have begun their reports since before reports had a form. Each decides by itself.
REPORTS = tuple(
    """hi. this is the qmail-send|this is the postfix program|this is the mail system at|this is the mailer-daemon
|this is the machine generated message|this is the machine-generated message|this message was created automatically by
|a message that you sent could not be delivered to one or more|a message that you sent could not be delivered to all
|a message that you sent has not yet been delivered|transcript of session follows
|the following addresses had|the original message was received at|your message did not reach some or all
|delivery has failed to these recipients|delivery to the following recipient|this is a delivery status notification
|this is a delivery status notif|this is an automatically generated delivery status|the attached message had permanent
|the attached message had temporary|message from yahoo|sorry, we were unable to deliver your message to the following
|we were unable to deliver your message to the following|the message that you sent was undeliverable to the following
|your mail to the following recipients could not be|your mail sent on|failed to deliver to|unable to deliver message to
|this is a warning message only|this is a warning only|your message could not be delivered to the following
|the following message to|the following recipient(s) could not be reached|an error occurred while trying to deliver the
|the following addresses could not be delivered|message delivery to the following|this is an informative message sent by
""".replace("\n", "").split("|")
)
FAILED = (
    *RETURNED,
    *"""did not reach|address not found|user not found|invalid user|no such user|does not exist|wasn't delivered
|was not delivered|was rejected|permanent fatal|transient non-fatal|delivery to these|nicht erreicht|échec
|error de entrega|impossibile recapitare|kon niet|dostarczenie wiadomości|送信先|宛先|見つかりません|邮件被
""".replace("\n", "").split("|"),
)
