"""What stands below the words of mails: of people, phones, programs and lawyers."""

SENT_FROM = (
    "Sent from my iPhone",
    "Sent from my Samsung Galaxy smartphone.",
    "Sent from Mail for Windows 10",
    "Sent from Yahoo Mail on Android",
    "Sent from Outlook for iOS<https://aka.ms/o0ukef>",
    "Get Outlook for Android",
    "Sent with Proton Mail secure email.",
    "Sent via the Samsung Galaxy S24, an AT&T 5G smartphone",
    "Sent using Zoho Mail",
    "Sent from my mobile device; please excuse typos.",
    "Von meinem iPhone gesendet",
    "Von meinem Samsung Galaxy Smartphone gesendet.",
    "Gesendet von Mail für Windows",
    "Gesendet mit der GMX Mail App",
    "Gesendet von Outlook für iOS<https://aka.ms/o0ukef>",
    "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
    "Von meinem Handy gesendet, bitte Kürze entschuldigen",
    "Holen Sie sich Outlook für Android",
    "Gesendet von unterwegs",
    "Envoyé de mon iPhone",
    "Envoyé depuis mon téléphone Orange",
    "Envoyé à partir de Outlook pour iOS",
    "Télécharger Outlook pour Android",
    "Enviado desde mi iPhone",
    "Enviado desde mi móvil",
    "Enviado desde Outlook para iOS",
    "Enviado do meu iPhone",
    "Enviado do meu Samsung Galaxy",
    "Obter o Outlook para Android",
    "Inviato da iPhone",
    "Inviato da Outlook per iOS",
    "Inviato dal mio cellulare",
    "Verzonden vanaf mijn iPhone",
    "Verstuurd vanaf mijn iPad",
    "Verzonden met Outlook voor Android",
    "Skickat från min iPhone",
    "Skickat från Outlook för Android",
    "Sendt fra min iPhone",
    "Lähetetty iPhonesta",
    "Wysłane z iPhone'a",
    "Wysłano z telefonu Samsung",
    "Wysłane z programu Outlook dla systemu iOS",
    "Odesláno z iPhonu",
    "Отправлено с iPhone",
    "iPhone'umdan gönderildi",
    "iPhoneから送信",
    "iPhone から送信されました",
    "Androidスマートフォンから送信",
    "发自我的iPhone",
    "从我的 iPhone 发送",
    "發自我的 iPhone",
    "获取 Outlook for iOS",
    "Sent from my BlackBerry 10 smartphone.",
)

SIGNATURES = (
    "Kind regards,\nRosa",
    "Best,\nRosa Lindqvist\nFixed Line Repairs",
    "Viele Grüße\nRosa Lindqvist\n(Werkstatt)",
    "Mit freundlichem Gruß\ni. A. Rosa Lindqvist",
    (
        "Mit freundlichen Grüßen / Best regards\n\nRosa Lindqvist\n\nOak & Lantern GmbH\nHauptstr. 12, 50667 "
        "Köln\nTel. +49 221 1234567\nGeschäftsführer: Max Muster\nAmtsgericht Köln, HRB 12345"
    ),
    "Freundliche Grüsse\nRosa",
    "Cordialement\nRosa Lindqvist\nResponsable atelier\n06 12 34 56 78",
    "Bien à toi,\nRosa",
    "Un saludo,\nRosa",
    "Saludos\nRosa Lindqvist\nTaller\nTfno: 600 123 456",
    "Atenciosamente,\nRosa Lindqvist\nOficina",
    "Abs,\nRosa",
    "Cordiali saluti\nRosa Lindqvist",
    "Grazie e saluti\nRosa",
    "Met vriendelijke groet,\nRosa Lindqvist\nWerkplaats",
    "Groetjes,\nRosa",
    "Hälsningar\nRosa",
    "Med vänlig hälsning\nRosa Lindqvist\nVerkstaden\n070-123 45 67",
    "Mvh Rosa",
    "Med venlig hilsen\nRosa",
    "Pozdrawiam,\nRosa Lindqvist\nWarsztat",
    "Z poważaniem,\nRosa Lindqvist",
    "よろしくお願いいたします。\nリンドクヴィスト",
    "以上、よろしくお願いします。\n田中",
    "此致\n敬礼\n王芳",
    "Thanks,\nRosa",
    "Thanks and regards\nRosa",
    "Many thanks,\nRosa Lindqvist\nWorkshop",
    "Cheers,\nRosa :)",
    "LG\nRosa",
    "VG, Rosa",
    "-- \nRosa Lindqvist\nWorkshop",
    "--\nRosa Lindqvist\nWorkshop",
    "__\nRosa Lindqvist",
    "—\nRosa Lindqvist\nWorkshop",
    "_______________\nRosa Lindqvist\nWorkshop\n+44 20 7946 0812",
    (
        "*Rosa Lindqvist*\n*Workshop manager*\nT: +44 20 7946 0812\nM: +44 7700 900123\nE: rosa@oak.example\nW: "
        "www.oak.example"
    ),
    "Rosa Lindqvist | Workshop manager | Oak & Lantern | +44 20 7946 0812",
    (
        "Regards,\nRosa\n\nCONFIDENTIALITY NOTICE: This email is intended only for the person named. If you "
        "received it by mistake, delete it."
    ),
    "Regards,\nRosa\n\nPlease consider the environment before printing this email.",
    (
        "Regards,\nRosa\n\nIMPORTANT: The contents of this email and any attachments are confidential. They are "
        "intended for the named recipient(s) only. If you have received this email by mistake, please notify "
        "the sender immediately and do not disclose the contents to anyone or make copies thereof."
    ),
    (
        "Gruß\nRosa\n\nDer Inhalt dieser E-Mail ist vertraulich und ausschließlich für den bezeichneten "
        "Adressaten bestimmt. Wenn Sie nicht der vorgesehene Adressat sind, löschen Sie bitte diese Nachricht."
    ),
    (
        "Cdt\nRosa\n\nCe courriel et ses pièces jointes peuvent contenir des informations confidentielles ou "
        "privilégiées et ne doivent pas être diffusés sans autorisation. Si vous avez reçu ce message par "
        "erreur, veuillez le signaler à l'expéditeur et le détruire."
    ),
    (
        "Un saludo\nRosa\n\nAVISO LEGAL: Este mensaje puede contener información confidencial. Si no es usted el "
        "destinatario, no está autorizado a divulgarlo."
    ),
    (
        "Saluti\nRosa\n\nLe informazioni contenute in questo messaggio sono riservate al destinatario. È vietata "
        "la diffusione."
    ),
    (
        "Groet\nRosa\n\nDe informatie verzonden met dit e-mailbericht is vertrouwelijk en uitsluitend bestemd "
        "voor de geadresseerde."
    ),
    (
        "Hälsningar\nRosa\n\nDetta e-postmeddelande är konfidentiellt och avsett endast för adressaten. Har du "
        "fått det av misstag ber vi dig radera det."
    ),
    "Pozdrawiam\nRosa\n\nTreść tej wiadomości jest poufna i przeznaczona wyłącznie dla adresata.",
    "Att\nRosa\n\nEsta mensagem e seus anexos são confidenciais. Se você não for o destinatário, apague-a.",
    "\nこの電子メールは機密情報を含みます。誤って受信した場合は削除してください。",
    "Thanks and best regards,\nRosa",
    "Vielen Dank und freundliche Grüße\nRosa Lindqvist",
    "Merci et bonne journée\nRosa",
    "Gracias y saludos,\nRosa",
    "Viele Grüße vom Lager\nRosa",
    "王芳\n维修部\n电话：021-12345678",
    "━━━━━━━━━━━━\n田中 一郎\n修理部\nTEL: 03-1234-5678\n━━━━━━━━━━━━",
)
