"""English, German, Dutch, Swedish and Polish replies."""

from operate.bench.replying.tongue import Tongue

ENGLISH = Tongue(
    code="en",
    says=(
        "Got it, we will look at the lamp today.",
        "Fixed: the hinge has been replaced.\n\nThe shelf on aisle 4 was the same, so we did it too -- unasked.",
        'Three things:\n\n- the pallet was wet\n- the label said "this side up"\n- nobody signed for it',
        (
            "Not ours, this belongs to Delivery. From: the back door, that is how the boxes come in.\n"
            "On Monday I wrote:\nplease use the ramp. Nobody did."
        ),
        "Yes",
        (
            "The form was sent from my desk, not from the till, so ask Goran. He knows which customer it was and "
            "he has the receipt, the box and a photo of the scratched foot.\n\nP.S. The old boxes are gone."
        ),
    ),
    bits=("By Thursday, I promise.", "No, only the two in the window.\nThe rest is sound."),
    asked=("When will the lamp be repaired?", "Are the other lamps from that pallet scratched too?"),
    gmail="On Fri, 20 Nov 2026 at 09:12, {who} <{at}> wrote:",
    apple="On 20 Nov 2026, at 09:12, {who} <{at}> wrote:",
    thunderbird="On 20/11/2026 09:12, {who} wrote:",
    yahoo="On Friday, November 20, 2026 at 09:12:31 AM GMT, {who} <{at}> wrote:",
    ox="On 20/11/2026 09:12 CET {who} <{at}> wrote:",
    labels=("From", "Sent", "To", "Subject"),
    sent="Friday, November 20, 2026 9:12 AM",
    original="Original message",
    phone="Sent from my iPhone",
    outlook="Get Outlook for iOS",
    farewell="Kind regards,",
    post="Workshop manager",
    notice="This e-mail and any attachments are confidential and intended solely for the addressee. If you have "
    "received it in error, please notify the sender and delete it.",
)
GERMAN = Tongue(
    code="de",
    says=(
        "Erledigt, die Lampe hängt wieder.",
        (
            "Wir brauchen noch bis Freitag. Das Ersatzteil kommt aus Köln, und der Fahrer fährt nur donnerstags.\n\n"
            "Bis dahin steht ein Schild davor."
        ),
        "Kurz:\n\n- Größe falsch\n- Fuß zerkratzt\n- Kunde weiß Bescheid",
        "Am 3. Mai schrieb ich: bitte die Rampe nehmen. Von: wem die Palette kam, weiß keiner.",
        "Ja, mach ich",
        (
            "Übrigens – gesendet wurde das Paket nicht von uns, sondern vom Lager Süd. Bitte dort fragen; Frau Öztürk "
            "weiß, welche Kundin es war und wo der Karton steht."
        ),
    ),
    bits=("Bis Donnerstag, versprochen.", "Nein, nur die zwei im Fenster."),
    asked=("Wann wird die Lampe repariert?", "Sind die anderen Lampen der Palette auch zerkratzt?"),
    gmail="Am Fr., 20. Nov. 2026 um 09:12 Uhr schrieb {who} <{at}>:",
    apple="Am 20.11.2026 um 09:12 schrieb {who} <{at}>:",
    thunderbird="Am 20.11.26 um 09:12 schrieb {who}:",
    yahoo="Am Freitag, 20. November 2026 um 09:12:31 MEZ hat {who} <{at}> Folgendes geschrieben:",
    ox="{who} <{at}> hat am 20.11.2026 09:12 CET geschrieben:",
    labels=("Von", "Gesendet", "An", "Betreff"),
    sent="Freitag, 20. November 2026 09:12",
    original="Ursprüngliche Nachricht",
    phone="Von meinem iPhone gesendet",
    outlook="Outlook für iOS beziehen",
    farewell="Mit freundlichen Grüßen",
    post="Leiterin Werkstatt",
    notice="Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren "
    "Sie bitte den Absender und vernichten Sie diese E-Mail.",
)
DUTCH = Tongue(
    code="nl",
    says=(
        "Geregeld, de lamp brandt weer.",
        "Niet van ons: dit hoort bij Bezorging.\n\nZij hebben de doos op woensdag zien vallen.",
        "Drie dingen:\n\n- pallet nat\n- sticker verkeerd\n- geen handtekening",
        "Op 3 mei schreef ik: gebruik de helling. Niemand deed het.",
        "Oké",
    ),
    bits=("Donderdag, beloofd.", "Nee, alleen die twee in de etalage."),
    asked=("Wanneer is de lamp gemaakt?", "Hebben de andere lampen ook krassen?"),
    gmail="Op vr 20 nov 2026 om 09:12 schreef {who} <{at}>:",
    apple="Op 20 nov 2026, om 09:12 heeft {who} <{at}> het volgende geschreven:",
    thunderbird="Op 20-11-2026 om 09:12 schreef {who}:",
    yahoo="Op vrijdag 20 november 2026 om 09:12:31 CET schreef {who} <{at}>:",
    ox="Op 20-11-2026 09:12 CET schreef {who} <{at}>:",
    labels=("Van", "Verzonden", "Aan", "Onderwerp"),
    sent="vrijdag 20 november 2026 09:12",
    original="Oorspronkelijk bericht",
    phone="Verstuurd vanaf mijn iPhone",
    outlook="Outlook voor iOS downloaden",
    farewell="Met vriendelijke groet,",
    post="Hoofd werkplaats",
    notice="Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Hebt u het bij vergissing "
    "ontvangen, verwijder het dan en laat het de afzender weten.",
)
SWEDISH = Tongue(
    code="sv",
    says=(
        "Klart, lampan lyser igen.",
        "Vi behöver till fredag. Delen kommer från Malmö.\n\nTills dess står en skylt där.",
        "Tre saker:\n\n- pallen var våt\n- fel etikett\n- ingen skrev under",
        "Den 3 maj skrev jag: använd rampen. Ingen gjorde det.",
        "Ja",
    ),
    bits=("På torsdag, jag lovar.", "Nej, bara de två i fönstret."),
    asked=("När blir lampan lagad?", "Är de andra lamporna också repade?"),
    gmail="Den fre 20 nov. 2026 kl 09:12 skrev {who} <{at}>:",
    apple="20 nov. 2026 kl. 09:12 skrev {who} <{at}>:",
    thunderbird="Den 2026-11-20 kl. 09:12, skrev {who}:",
    yahoo="Den fredag 20 november 2026 09:12:31 CET skrev {who} <{at}>:",
    ox="Den 2026-11-20 09:12 CET skrev {who} <{at}>:",
    labels=("Från", "Skickat", "Till", "Ämne"),
    sent="den 20 november 2026 09:12",
    original="Originalmeddelande",
    phone="Skickat från min iPhone",
    outlook="Hämta Outlook för iOS",
    farewell="Med vänliga hälsningar",
    post="Ansvarig verkstad",
    notice="Detta meddelande är konfidentiellt och endast avsett för mottagaren. Om du har fått det av misstag, "
    "meddela avsändaren och radera det.",
)
POLISH = Tongue(
    code="pl",
    says=(
        "Zrobione, lampa już świeci.",
        "To nie nasze, to sprawa Dostawy.\n\nWidzieli, jak paczka spadła w środę.",
        "Trzy rzeczy:\n\n- paleta mokra\n- zła etykieta\n- brak podpisu",
        "W maju napisałem: proszę używać rampy. Nikt nie posłuchał.",
        "Tak",
    ),
    bits=("Do czwartku, obiecuję.", "Nie, tylko te dwie w oknie."),
    asked=("Kiedy lampa będzie naprawiona?", "Czy inne lampy też są porysowane?"),
    gmail="pt., 20 lis 2026 o 09:12 {who} <{at}> napisał(a):",
    apple="Wiadomość napisana przez {who} <{at}> w dniu 20 lis 2026, o godz. 09:12:",
    thunderbird="W dniu 20.11.2026 o 09:12, {who} pisze:",
    yahoo="W dniu piątek, 20 listopada 2026 09:12:31 CET użytkownik {who} <{at}> napisał:",
    ox="W dniu 20.11.2026 09:12 CET użytkownik {who} <{at}> napisał:",
    labels=("Od", "Wysłano", "Do", "Temat"),
    sent="piątek, 20 listopada 2026 09:12",
    original="Oryginalna wiadomość",
    phone="Wysłane z iPhone'a",
    outlook="Pobierz program Outlook dla systemu iOS",
    farewell="Z poważaniem",
    post="Kierownik warsztatu",
    notice="Ta wiadomość jest poufna i przeznaczona wyłącznie dla adresata. Jeśli otrzymali ją Państwo omyłkowo, "
    "prosimy o jej usunięcie i zawiadomienie nadawcy.",
)
