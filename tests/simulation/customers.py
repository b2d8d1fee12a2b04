"""What customers of a made-up shop say of its twelve moments, in four languages, and the shop's map."""

from random import Random

from fakes.values import part
from throughline.domain.journey import CASES, Department, JourneyMap, SurveyRule, versioned

MANAGER, ZONE = "cx@shop.example", "Europe/London"
LANGUAGES = {"en": 50, "de": 25, "fr": 15, "es": 10}
THINGS = {
    "en": "lamp sofa till shelf label invoice door ladder paint cushion kitchen mattress",
    "de": "Lampe Sofa Kasse Regal Etikett Rechnung Tür Leiter Farbe Kissen Küche Matratze",
    "fr": "lampe banquette caisse commode étiquette facture porte table peinture couverture cuisine literie",
    "es": "lámpara butaca caja mesa etiqueta factura puerta escalera pintura manta cocina cama",
}
DAS = {"Sofa", "Regal", "Etikett", "Kissen"}
COMPLAINTS = {
    "en": (
        "{} broke after two days",
        "nobody could explain {} to me",
        "I waited far too long for {}",
        "the instructions for {} are missing",
        "{} smells of glue",
        "{} was dearer than announced",
    ),
    "de": (
        "{} ging nach zwei Tagen kaputt",
        "niemand konnte mir {} erklären",
        "ich habe viel zu lange auf Hilfe gewartet, um {} zu finden",
        "für {} fehlt die Anleitung",
        "{} riecht nach Klebstoff",
        "{} war teurer als angekündigt",
    ),
    "fr": (
        "{} n'a tenu que deux jours",
        "personne n'a su m'expliquer {}",
        "on a attendu {} bien trop longtemps",
        "j'ai reçu {} sans mode d'emploi",
        "{} sent fort la colle",
        "j'ai payé {} plus cher que prévu",
    ),
    "es": (
        "{} duró solo dos días",
        "nadie supo explicarme {}",
        "esperé {} demasiado tiempo",
        "recibí {} sin instrucciones",
        "{} huele mucho a pegamento",
        "pagué por {} más de lo anunciado",
    ),
}
THANKS = {
    "en": ("thank you, {} is lovely", "{} came on time, great help", "friendly people, and {} is perfect"),
    "de": ("danke, {} ist wunderbar", "{} kam pünktlich, tolle Hilfe", "sehr freundlich, {} passt perfekt"),
    "fr": ("merci, {} est superbe", "{} est bien arrivée, équipe adorable", "très aimables, {} est parfaite"),
    "es": ("gracias, {} es preciosa", "{} llegó a tiempo, un equipo amable", "muy amables, {} es perfecta"),
}
AROUND = {
    "en": ("", "We live far out.", "My sister was there too.", "It was a Saturday.", "Otherwise fine.", "Sad, really."),
    "de": ("", "Wir wohnen weit draußen.", "Meine Schwester war dabei.", "Das war am Samstag.", "Schade eigentlich."),
    "fr": ("", "Nous habitons loin.", "Ma sœur était là.", "C'était un samedi.", "Le reste allait.", "Dommage."),
    "es": ("", "Vivimos lejos.", "Estaba mi hermana.", "Era un sábado.", "Lo demás bien.", "Una pena."),
}
WITHIN = ("1d", "2d", "5d")
NAMES = tuple(word.capitalize() for word in THINGS["en"].split())
MOMENTS = tuple(f"The moment of the {name.lower()}" for name in NAMES)
RULED = MOMENTS[5]  # here each is answered by itself


def shop() -> JourneyMap:
    """Twelve departments, a moment each, with the words for it in all languages."""
    departments = tuple(Department(name, f"{name.lower()}@shop.example", ZONE) for name in NAMES)
    words = [tuple(THINGS[language].split()[at].lower() for language in THINGS) for at in range(len(NAMES))]
    parts = tuple(
        part(moment, name, *dict.fromkeys(words[at]), reply_within=WITHIN[at % len(WITHIN)])
        for at, (moment, name) in enumerate(zip(MOMENTS, NAMES, strict=True))
    )
    rules = (SurveyRule(RULED, CASES),)
    return versioned(JourneyMap("", parts, departments, cx_manager=MANAGER, survey_rules=rules))


def complaint(random: Random, at: int) -> str:
    """Something bad about the thing of a moment; some things are said more often than others."""
    language = _language(random)
    kinds = COMPLAINTS[language]
    said = kinds[min(random.randrange(len(kinds)), random.randrange(len(kinds)))]
    return _sentence(random, language, said, at)


def praise(random: Random, at: int) -> str:
    """Something good about it."""
    language = _language(random)
    return _sentence(random, language, random.choice(THANKS[language]), at)


def _language(random: Random) -> str:
    return random.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]


def _sentence(random: Random, language: str, said: str, at: int) -> str:
    told = said.format(_thing(language, at))
    begun = f"{told[0].upper()}{told[1:]}."
    return " ".join(filter(None, (begun, random.choice(AROUND[language]))))


def _thing(language: str, at: int) -> str:
    word = THINGS[language].split()[at]
    article = {"en": "the", "de": "das" if word in DAS else "die", "fr": "la", "es": "la"}[language]
    return f"{article} {word}"
