"""Where somebody lives: a street with its number, as each language writes it."""

import re

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_SMALL = r"(?:(?:de|del|da|do|dos|das|du|des|la|le|les|los|las|el)\s+|[dl]['’])*"
_NUMBER = r"\d{1,4}\s?[a-zA-Z]?\b"
_WHERE_ONE_PARKS = r"(?!(?:Park|Stell|Sitz|Lager|Arbeits|Spiel|Lade)\w*\b)"
_GERMAN = rf"{_WHERE_ONE_PARKS}(?:{_CAPITAL}|{_CAPITAL}er\s+)(?i:straße|strasse|str\.|gasse|weg|platz|allee|ufer)"
_DUTCH = rf"{_CAPITAL}(?:straat|laan|gracht|plein)"
_ENGLISH = rf"(?:{_CAPITAL}\s+){{1,3}}(?:Street|Road|Avenue|Lane|Drive|Close|Square|Court|Terrace|Crescent)\b"
_FRENCH = rf"(?i:rue|avenue|boulevard|chemin|place|allée|impasse|quai)\s+{_SMALL}{_CAPITAL}"
_IBERIAN = rf"(?i:calle|avenida|avda\.?|plaza|paseo|rua|travessa|praça|ul\.)(?:\s+{_SMALL}{_CAPITAL}){{1,4}}"
_ARABIC = r"شارع(?:\s+[^\W\d_]+){1,3}\s*[،,]?\s*(?:رقم\s+)?\d{1,4}\b"
STREET = re.compile(
    rf"\b(?:{_GERMAN}|{_DUTCH})\s+{_NUMBER}|\b{_NUMBER}\s+{_ENGLISH}|\b\d{{1,4}}(?:\s+(?:bis|ter))?,?\s+{_FRENCH}"
    rf"|\b{_IBERIAN},?\s+(?i:n[º°.o]{{1,2}}\s*)?{_NUMBER}|{_ARABIC}"
)
