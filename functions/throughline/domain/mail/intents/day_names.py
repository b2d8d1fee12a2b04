"""What days, months and spans of time are called, all languages in one: small letters, no marks."""

_WEEKDAYS = """
monday mon montag mo lundi lunes segunda segunda-feira lunedi maandag mandag poniedzialek poniedzialku
tuesday tue tues dienstag mardi martes terca terca-feira martedi dinsdag tisdag wtorek wtorku
wednesday wed mittwoch mercredi miercoles quarta quarta-feira mercoledi woensdag onsdag sroda srody srode
thursday thu thur thurs donnerstag jeudi jueves quinta quinta-feira giovedi donderdag torsdag czwartek czwartku
friday fri freitag fr vendredi viernes sexta sexta-feira venerdi vrijdag fredag piatek piatku
saturday samstag sonnabend samedi sabado sabato zaterdag lordag sobota soboty sobote
sunday sonntag dimanche domingo domenica zondag sondag niedziela niedzieli niedziele
"""
WEEKDAYS = {word: day for day, line in enumerate(_WEEKDAYS.strip().splitlines()) for word in line.split()}
_MONTHS = """
january jan januar janvier enero ene janeiro gennaio gen januari styczen stycznia jaenner janner
february feb februar fevrier febrero fevereiro febbraio februari luty lutego
march marz maerz mars marzo marco maart marzec marca
april apr avril abril aprile kwiecien kwietnia
may mai mayo maio maggio mei maj maja
june jun juni juin junio junho giugno czerwiec czerwca
july jul juli juillet julio julho luglio lipiec lipca
august aug aout agosto augustus augusti sierpien sierpnia
september sep sept septembre septiembre setembro settembre wrzesien wrzesnia
october oct okt oktober octobre octubre outubro ottobre pazdziernik pazdziernika
november nov novembre noviembre novembro listopad listopada
december dec dez dezember decembre diciembre dezembro dicembre grudzien grudnia dic
"""
MONTHS = {word: month for month, line in enumerate(_MONTHS.strip().splitlines(), start=1) for word in line.split()}
_TODAY = (
    "today tonight eod heute aujourd hoy hoje oggi vandaag vanavond idag dzisiaj dzis ikvall"
    " end_of_day close_of_play i_dag heute_abend ce_soir"
)
_TOMORROW = "tomorrow tmrw morgen demain manana amanha domani imorgon jutro jutra i_morgon dia_siguiente"
_AFTER_TOMORROW = (
    "ubermorgen uebermorgen apres-demain dopodomani overmorgen overmorgon pojutrze pojutrza"
    " day_after_tomorrow pasado_manana depois_de_amanha i_overmorgon"
)
DAYS = {
    words.replace("_", " "): ahead
    for ahead, line in enumerate((_TODAY, _TOMORROW, _AFTER_TOMORROW))
    for words in line.split()
}
NUMBERS = {
    word: number
    for number, line in enumerate(
        """
one a an another ein eine einen einer un une una uno um uma een en ett jeden jedna jedno kolejny otra otro outra altra
two couple zwei deux dos dois duas due twee tva dwa dwie dwoch
three drei trois tres tre drie trzy trzech
four vier quatre cuatro quatro quattro fyra cztery czterech
five funf fuenf cinq cinco cinque vijf fem piec pieciu
six sechs seis sei zes sex szesc szesciu
seven sieben sept siete sete sette zeven sju siedem siedmiu
eight acht huit ocho oito otto atta osiem osmiu
nine neun neuf nueve nove negen nio dziewiec
ten zehn dix diez dez dieci tien tio dziesiec
""".strip().splitlines(),
        start=1,
    )
    for word in line.split()
}
NUMBERS |= {"fourteen": 14, "vierzehn": 14, "quinze": 15, "quince": 15, "fortnight": 14}
_DAY_UNITS = (
    "day days tag tage tagen jour jours dia dias giorno giorni dag dagen dagar dzien dni werktage werktagen"
    " arbeitstage arbeitstagen werkdagen arbetsdagar"
)
_WEEK_UNITS = (
    "week weeks woche wochen semaine semaines semana semanas settimana settimane weken vecka veckor veckan"
    " tydzien tygodnie tygodni tygodnia tygodniu wochenende weekend"
)
_MONTH_UNITS = (
    "month months monat monate monats monaten mois mes meses mese mesi maand maanden manad manader manaden miesiac"
    " miesiace miesiecy miesiaca miesiacu monatsende"
)
_YEAR_UNITS = "year jahr jahres annee ano anno jaar aret ar roku jahresende"
UNITS = {
    word: unit
    for unit, line in (("d", _DAY_UNITS), ("w", _WEEK_UNITS), ("m", _MONTH_UNITS), ("y", _YEAR_UNITS))
    for word in line.split()
}
WORKING = frozenset(
    "working business office werktage werktagen arbeitstage arbeitstagen ouvres ouvrables habiles laborables uteis"
    " lavorativi werkdagen arbetsdagar roboczych robocze".split()
)
NEXT = frozenset(
    "next following coming nachste naechste nachster nachsten naechsten nachstes kommende kommenden kommender"
    " folgenden prochain prochaine proxima proximo viene siguiente vem prossima prossimo volgende komende nasta"
    " przyszly przyszlym przyszlego przyszlej nastepny nastepnego nastepnym entrante".split()
)
NEXT_WEEK = NEXT - frozenset("coming kommende kommenden proximo proxima viene vem prossima prossimo komende".split())
THIS = frozenset("this dieser diese dieses diesen cette esta este questa deze denna detta tym tego biezacy".split())
_ENDS = "end ende fin finales fim final fine eind einde slutet slut koniec konca monatsende wochenende"
_STARTS = "start beginning begin early anfang beginn debut principios comienzos inicio inizio borjan poczatek poczatku"
_MIDDLES = "mid middle mitte mi-decembre mediados meados meta midden mitten polowy"
EDGES = {word: day for day, line in ((0, _ENDS), (1, _STARTS), (15, _MIDDLES)) for word in line.split()}
