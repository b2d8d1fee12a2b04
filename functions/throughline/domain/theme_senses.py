"""What customers say in different words and languages and mean alike: what went wrong, and where in the service.

The first word of a line is the sense that its other words stand for. A word that means different things in two
languages is left out: better two themes than one wrong one.
"""

from throughline.domain.words import stem

_SENSES = """
late late delay delayed delays verspätet verspätung spät später retard retards tardif retraso retrasado tardanza ritardo
 atraso atrasado demora laat vertraging opóźnienie późno spóźniony försenad försening sen forsinket
wait wait waited waiting queue queued queues warten gewartet wartezeit schlange attendre attendu attente esperar
 espera esperando esperé esperamos aspettare aspettato attesa esperei wachten gewacht wachttijd czekać czekałem czekałam
 kolejka vänta väntade kö ventede
broken broken broke cracked smashed shattered snapped kaputt zerbrochen gebrochen gesprungen cassé cassée cassés cassées
 brisé brisée roto rota rotos rotas rotto rotta rotti rotte quebrado quebrada kapot gebroken gebarsten
 zepsuty zepsuta pęknięty pęknięta stłuczony trasig trasigt sönder
scratch scratch scratched scratches zerkratzt zerkratzte zerkratzter kratzer verkratzt verkratzte rayé rayée rayés
 rayées rayure rayures rayado rayada rayados rayones arañazo arañazos graffiato graffiata graffiati graffio riscado
 riscada risco riscos kras krassen bekrast gekrast porysowany porysowana rysa repad repor ridset
damage damaged damage dented dent beschädigt beschädigte schaden abîmé abîmée endommagé endommagée dañado dañada
 abollado abollada danneggiato danneggiata ammaccato danificado danificada amassado beschadigd beschadigde schade
 deuk uszkodzony uszkodzona skadad skadat
crushed crushed squashed zerdrückt eingedrückt écrasé écrasée aplastado aplastada schiacciato schiacciata esmagado
 geplet zgnieciony
dirty dirty filthy stained stain stains schmutzig schmutzige dreckig flecken fleck saleté taché tachée sucio sucia
 mancha manchas sporco sporca macchia macchie sujo suja nódoas vies vuil vlekken brudny brudna smutsig smutsigt
missing missing fehlt fehlte fehlten fehlen gefehlt fehlend manque manquait manquaient manquant manquants manquantes
 falta faltan faltaba faltaban faltava faltavam faltou manca mancava mancavano mancante ontbreekt ontbrak ontbraken
 ontbrekende brakuje brakowało saknas saknades mangler manglede
rude rude unfriendly impolite unfreundlich unfreundliche unhöflich unhöfliche impoli impolie grossier maleducado
 maleducada antipático antipática grosero grosera scortese scortesi maleducato grosseiro onbeleefd onvriendelijk
 onvriendelijke niemiły nieuprzejmy nieuprzejma otrevlig otrevliga uvenlig
expensive expensive overpriced pricey teuer teure überteuert cher chère chers coûteux caro cara caros costoso costosa
 duur dure drogi droga dyrt
refund refund refunded refunds reimbursed reimbursement erstattung erstattet rückerstattung remboursement remboursé
 remboursée reembolso reembolsado devolución rimborso rimborsato terugbetaling terugbetaald zwrot återbetalning
deliver deliver delivery delivered deliveries courier lieferung geliefert liefern lieferant zustellung livraison livré
 livrée livreur entrega entregado entregada entregue entregaron consegna consegnato consegnata levering bezorging
 geleverd bezorgd bezorger dostawa dostarczono leverans levererad levererades
instructions instructions manual anleitung bedienungsanleitung aufbauanleitung montageanleitung instrucciones
 istruzioni instruções handleiding gebruiksaanwijzing instrukcja bruksanvisning
parking parking parked parkplatz parkplätze parken stationnement aparcamiento aparcar parcheggio estacionamento parkeren
 parkeerplaats parkowanie parkering
toilet toilet toilets restroom toilette toiletten wc toilettes lavabos baños bagno bagni toaleta toalett
answer answer answered reply replied response antwort geantwortet antwortet réponse répondu respuesta respondió
 responde risposta risposto resposta respondeu antwoord geantwoord odpowiedź svar svarade
phone phone phoned telephone call called calls telefon telefonisch angerufen anruf téléphone appel appelé teléfono
 llamada llamé telefono chiamata chiamato telefone liguei telefonema telefoon gebeld telefonu telefonen ringde
login login password account passwort kennwort konto anmelden anmeldung connexion contraseña cuenta accesso senha conta
 wachtwoord inloggen hasło logowanie lösenord inloggning
website website webpage webseite internetseite homepage página web-site webbplats strona
noise noise noisy loud laut lärm laute bruit bruyant bruyante ruido ruidoso rumore rumoroso barulho barulhento lawaai
 luid hałas głośno oväsen högljutt
cold cold freezing kalt kalte kälte froid froide frío fría freddo fredda frio fria koud koude zimno zimna kallt
crowded crowded überfüllt voll bondé bondée abarrotado lleno affollato affollata lotado cheio overvol druk
 zatłoczony trångt
confusing confusing confused unclear unklar verwirrend unverständlich confus confuse confuso confusa incompréhensible
 onduidelijk verwarrend niejasny niejasna otydlig otydligt förvirrande
price price prices preis preise prix precio precios prezzo prezzi preço preços prijs prijzen cena ceny pris priser
return return returned returns rückgabe retoure zurückgeben zurückgeschickt retour retourner retourné devolver devuelto
 reso restituire restituzione devolver teruggestuurd retourneren zwrócić retur
screw screw screws schraube schrauben vis tornillo tornillos viti parafuso parafusos schroef schroeven śruba
 śruby skruv skruvar
checkout checkout cashier kasse kassen kassiererin kassierer caisse caissier caissière caja cajero cajera
 cassa cassiere cassiera kassa kassameisje kasa kasy kasjer kassan
"""


def _table() -> dict[str, str]:
    """Each stem's sense; a stem of two senses has none."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for line in _SENSES.replace("\n ", " ").strip().splitlines():
        sense, *words = line.split()
        for one in {stem(word) for word in words}:
            twice |= {one} if found.setdefault(one, sense) != sense else set()
    return {one: sense for one, sense in found.items() if one not in twice}


SENSES = _table()
