"""What programs, lists and lawyers write below a mail, in the languages people write here; data only."""

DEVICES = (
    r"i?phone|iphon|unterwegs|ipad|ipod|blackberry|android|samsung|galaxy|mobile|mobil|handy|smartphone|tablet|huawei"
    r"|xiaomi|nokia|pixel"
    r"|outlook|yahoo|mail|gmail|proton ?mail|telefon|móvil|mobiel|cellulare|téléphone|telefoon|telemóvel|celular"
    r"|telefono"
    r"|komórk|puhelime|мобильн|телефон|gmx|web\.de|spark|superhuman|mailbox|windows|nexus|htc|sony|motorola|verizon"
    r"|bell|at&t|watch|air"
    r"|スマートフォン|手机|手機"
)
SENT = (
    r"sent (?:from|by|via|using|with|wirelessly|through|on)|get outlook|télécharge[rz]|gesendet (?:von|mit|über|via)"
    r"|diese (?:nachricht|mail|e-mail) wurde (?:von|mit|mobil)"
    r"|von (?:meinem|unterwegs|mobil|mein)|am (?:handy|smartphone) geschrieben|vom (?:handy|iphone|smartphone"
    r"|mobiltelefon)|hol(?:en sie sich|e dir) outlook|outlook für|verschickt (?:von|mit)"
    r"|envoyé (?:de|depuis|à partir|avec|via|par|sans)|obtenez outlook|provenance : "
    r"|enviado (?:de|desde|do|da|a partir|por|con|com|via)|obtener outlook|obter (?:o )?outlook|descarga outlook"
    r"|inviato (?:da|dal|dallo|con|tramite)|ottieni outlook|scarica outlook"
    r"|verzonden (?:vanaf|met|vanuit|via|van)|verstuurd (?:vanaf|met|van|via)|outlook voor|download outlook"
    r"|skickat från|skickades från|hämta outlook|sendt fra|hent outlook|lähetetty|hanki outlook"
    r"|wysłan[eoya] z|pobierz (?:\S+ )?outlook|.{0,30}\boutlook\b.{0,30}\b(?:ios|android)\b|odesláno z|отправлено (?:с"
    r"|из)|gönderildi|düzenle"
    r"|iphoneから送信|ipadから送信|発信元|从我的|发自|發自|從我的|获取 ?outlook|取得 ?outlook|iphone から|outlook for"
)
# A legal notice speaks of itself, twice in such words, and never of `me`.
THIS_MAIL = (
    r"\b(?:this|the) (?:e-?mail|message|mail|communication|transmission|information)|information (?:contained )?in this"
    r"|\bdiese[rs]? (?:e-?mail|nachricht|mail|mitteilung)|\bce (?:message|courriel|mail|courrier)|\bcet e-?mail"
    r"|\beste (?:mensaje|correo|e-?mail)|\besta (?:mensagem|comunicaci[oó]n)|\beste e-?mail"
    r"|\b(?:questo|presente|questa) (?:messaggio|e-?mail|comunicazione)|\bdi(?:t|e) (?:bericht|e-?mail)|\bdeze e-?mail"
    r"|\b(?:det(?:ta|te)|denne) (?:e-?post\w*|meddeland\w+|e-?mail|mejl|mail|meddelelse|melding)|\b(?:ta wiadomość"
    r"|tej wiadomości|tego e-?maila)|\bniniejsz\w+"
    r"|\btämä (?:viesti|sähköposti)|\bt(?:ato|ento) (?:zpráva|e-?mail)|данное сообщение|bu (?:e-?posta|mesaj)"
    r"|(?:本|この)(?:電子)?メール|此(?:邮件|郵件|电子邮件)|本(?:邮件|郵件|电子邮件)"
)
NOTICE_WORDS = (
    r"confidential\w*|privileged|intended|recipients?|addressees?|disclos\w+|disseminat\w+|unauthori[sz]ed|sender"
    r"|in error|virus\w*|liabilit\w+"
    r"|delete|prohibited|vertraulich\w*|rechtlich geschützt\w*|adressat\w*|empfänger\w*|bestimm\w*|irrtümlich"
    r"|unbefugt\w*|vernichten"
    r"|weitergabe|absender\w*|confidentiel\w*|destinataires?|erreur|divulgation|diffusion|expéditeur|détrui\w+"
    r"|confidencia\w+|destinat[aá]rios?"
    r"|error|divulgación|remitente|prohibid\w+|engano|divulgação|remetente|elimin\w+|borr\w+|apag\w+|riservat\w+"
    r"|destinatari[oi]?|errore|divulgazione"
    r"|mittente|vertrouwelijk\w*|geadresseerde\w*|abusievelijk|vergissing|openbaarmaking|afzender|bestemd|verwijder\w*"
    r"|konfidentiell\w*|sekretess\w*"
    r"|avsedd\w*|mottag\w+|misstag|avsändar\w*|radera|fortrolig\w*|modtag\w+|mottaker\w*|afsender\w*|avsender\w*"
    r"|slet\w*|feil|poufn\w+|adresat\w*"
    r"|odbiorc\w+|omyłk\w+|ujawni\w+|nadawc\w+|usuni\w+|luottamuksell\w*|vastaanottaj\w+|důvěrn\w*|příjemc\w+"
    r"|конфиденциал\w*|адресат\w*|gizli\w*|alıcı\w*"
    r"|機密|秘密|受信者|宛先|名宛人|誤って|誤送信|破棄|削除|保密|机密|收件人|误收|誤收|删除|刪除|泄露|披露"
)
NOTICE_TITLES = (
    r"(?:confidentiality|legal|privacy|disclaimer|important|data protection)(?: (?:notice|note|statement))?\s*[:\-–]?"
    r"|disclaimer\s*:?.{0,20}"
    r"|vertraulichkeitshinweis|rechtlicher hinweis|avis de confidentialité|aviso (?:legal|de confidencia\w+)"
    r"|avviso di riservatezza"
    r"|note? d'informazione|klauzula poufności"
)
OF_ONESELF = (
    r"\b(?:I|I['’]m|my|me|ich|mein\w*|mir|mich|je|j['’]|mon|moi|yo|eu|meu|minha|ik|mijn|jag|mig|mój|moj\w+)\b|私|我"
)
# How footers of programs, lists and firms begin.
FOOTERS = (
    r"(?:please |do you really |kindly )?(?:consider the environment|think before (?:you )?print|think (?:of"
    r"|about) the environment|save paper|go green)"
    r"|before (?:you )?print|bitte (?:denken|prüfen) sie .{0,60}(?:umwelt|drucken|ausdruck)|denken sie an die umwelt"
    r"|bevor sie .{0,40}drucken"
    r"|(?:merci de )?(?:n['’]imprime[rz]|ne pas imprimer|pensez à l['’]environnement|avant d['’]imprimer)"
    r"|(?:por favor,? )?(?:antes de imprimir|no imprima|piense en el medio)"
    r"|(?:por favor,? )?(?:pense no (?:meio )?ambiente)|(?:prima di stampare|pensa all['’]ambiente"
    r"|rispetta l['’]ambiente)|denk aan het milieu|voordat u .{0,30}print"
    r"|tänk på miljön|pomyśl o środowisku|zanim wydrukujesz|tænk på miljøet|tenk på miljøet"
    r"|you(?:['’]re| are)? (?:received|receiving|have received) this (?:message|e-?mail|mail) because"
    r"|you are subscribed to|to unsubscribe\b.{0,80}(?:,|:|click|send|visit|go to|email)"
    r"|unsubscribe(?:\s*[:|<(]| here|$)|(?:to )?view this (?:topic|discussion|message|email)"
    r"|(?:to )?reply to this (?:e-?mail|message)|(?:to )?visit (?:topic|the forum)"
    r"|(?:to )?manage your (?:subscription|preferences)|(?:vom|newsletter) .{0,30}abmelden|.{0,40}mailing list$"
    r"|.{0,40}mailinglist\w*$"
    r"|(?:se désabonner|se désinscrire|darse de baja|cancelar (?:a )?(?:suscripción|inscrição)|per cancellarti"
    r"|annulla l['’]iscrizione|uitschrijven|afmelden|avregistrera|wypisz)\b.{0,80}$"
    r"|geschäftsführ\w*\s*:|(?:sitz|amtsgericht|registergericht|handelsregister|hrb|ust-?id\S*)\b.{0,100}"
    r"|registered (?:in|office)\b|company (?:no|number|registration)"
    r"|vat (?:no|number|reg)|scanned (?:by|for)|(?:this (?:e-?mail|message) (?:has been|was) (?:scanned|checked))"
    r"|virus-?free|virenfrei|diese e-?mail wurde (?:von|auf) .{0,40}(?:viren|avast)"
    r"|_{20,}"
)
SENT_LAST = r"gesendet|geschickt|verschickt|gönderildi|lähetetty|via mobile|发送|發送|\S{0,40}から送信(?:されました)?"
