"""The words by which people and programs sign, in the languages people write here; data only."""

FAREWELLS = (
    # English
    r"(?:(?:with|my|our) )?(?:(?:very )?(?:best|kind|kindest|warm|warmest|sincere)(?: (?:and|&) \w+)? )?(?:regards"
    r"|wishes)"
    r"|regards|all the best|best|cheers|sincerely(?: yours)?|yours(?: (?:sincerely|faithfully|truly))?|cordially"
    r"|respectfully|warmly|take care|have a (?:nice|great|good|lovely) (?:day|evening|weekend)|rgds|brgds|br|kr"
    # German
    r"|(?:(?:mit|viele[nr]?|beste[nmr]?|liebe[nmr]?|herzliche[nmr]?|schöne[nmr]?|sonnige|freundliche[nmr]?|einen|die"
    r"|und|danke) )*"
    r"gr(?:ü|u|ue)(?:ß|ss)(?:e|en)?(?: (?:aus|von|vom) [\w .-]{2,30})?"
    r"|schönen (?:tag|abend|feierabend)(?: noch)?|schönes wochenende(?: noch)?|schönen gruß|gruß|mfg|vg|lg|bg"
    r"|herzlichst|hochachtungsvoll|ihr(?:e)?|dein(?:e)?"
    # French
    r"|(?:bien |très )?cordialement|bien (?:à vous|à toi)|(?:sincères|meilleures"
    r"|cordiales)? ?salutations(?: distinguées)?"
    r"|amicalement|cdlt|cdt|bàv|respectueusement|bon week-?end|bonne (?:journée|soirée|fin de journée)|à bientôt"
    r"|amitiés|sincèrement"
    # Spanish, Portuguese, Italian
    r"|(?:un |muchos |reciba un )?(?:cordial |cordiales |afectuoso )?saludos?(?: cordial(?:es)?)?|atentamente|atte"
    r"|cordialmente"
    r"|un (?:fuerte )?abrazo|abrazos|atenciosamente|att|(?:com os )?(?:melhores |meus )?cumprimentos|saudações"
    r"|abraços?|um abraço|abs|abç|bjs"
    r"|(?:grazie e )?(?:cordiali|distinti|tanti|i migliori|un cordiale|cari)? ?salut[oi]|un saluto|a presto"
    r"|buona (?:giornata|serata)"
    # Dutch
    r"|(?:met )?(?:vriendelijke|hartelijke) groet(?:en|jes)?|groet(?:en|jes)?|mvg|gr|hoogachtend"
    # Swedish, Danish, Norwegian, Finnish
    r"|(?:med )?(?:vänlig|vänliga|bästa|varma|många) hälsning(?:ar)?|hälsning(?:ar)?|vänligen|mvh"
    r"|(?:med )?(?:venlig|vennlig|kærlig|beste|bedste|de bedste|mange) hils(?:en|ener|ner)|hilsen|vh"
    r"|(?:ystävällisin |parhain )?terveisin|terv|yt"
    # Polish, Czech, Russian, Turkish
    r"|(?:serdecznie )?pozdrawiam(?: serdecznie)?|z poważaniem|(?:serdeczne )?pozdrowienia|z wyrazami szacunku"
    r"|s pozdravem|s přátelským pozdravem|с уважением|с наилучшими пожеланиями|saygılarımla|iyi çalışmalar|selamlar"
    # Japanese, Chinese
    r"|敬具|草々|以上|(?:以上、?)?(?:どうぞ)?(?:よろしく|宜しく)(?:お願い(?:いた|致)?します|お願い申し上げます)|祝好|此致(?:敬礼)?|敬礼|顺祝商祺|顺颂商祺|谨启|敬上|敬祝商祺"
)
THANKS = (
    r"(?:many |with |kind )?thanks(?: (?:again|in advance|a lot|and regards|& regards))?|thank you|thx|ta"
    r"|danke(?: (?:und|&) gruß)?"
    r"|vielen dank|besten dank|merci(?: d['’]avance)?|(?:muchas |mil )?gracias|obrigad[oa]|grat[oa]|grazie(?: mille)?"
    r"|(?:alvast |hartelijk )?(?:bedankt|dank)|tack(?: på förhand)?|på forhånd tak|tak|takk|dziękuję|kiitos|děkuji"
    r"|спасибо|teşekkürler"
    r"|谢谢|謝謝|多谢|ありがとうございます"
)
TITLES = (
    r"manager\w*|lead\w*|head of|director\w*|engineer\w*|assistant\w*|officer|ceo|cto|cfo|coo|founder|president"
    r"|consultant|specialist|supervisor"
    r"|coordinator|representative|team|department|dept|support|service\w*|sales|marketing|leiter\w*|leitung"
    r"|geschäftsführ\w*|sachbearbeiter\w*|abteilung\w*"
    r"|kunden\w*|vertrieb\w*|einkauf\w*|werkstatt\w*|lager\w*|responsable|directeur|directrice|chef\w*|cheffe|gérante?"
    r"|jefe|jefa|director[ae]?|gerente|encargad[oa]"
    r"|responsabile|direttore|direttrice|capo\w*|coordenador\w*|diretor\w*|medewerker\w*|afdeling\w*|hoofd|kundtjänst"
    r"|avdelning\w*|ansvarig|kierownik\w*|dział|specjalista"
    r"|部長|課長|係長|担当|部|課|経理|主管|经理|總監|总监|客服|部门"
)
FIRMS = (
    r"gmbh|ag|ltd|inc|llc|plc|corp|kg|ohg|se|ug|s\.?a\.?r?\.?l?|sas|s\.?r\.?l|s\.?p\.?a|s\.?l|b\.?v|n\.?v|ab|aps|a/s"
    r"|oyj?|sp\. z o\.\s?o|lda|ltda"
)
PHONES = (
    r"tel|tfno|tlf|tfno|tlf|telefon|telephone|téléphone|teléfono|telefono|telefone|telefoon|phone|fon|mobile?|mobil"
    r"|móvil|mob|cell|cel"
    r"|handy|fax|office|direct|durchwahl|portable|gsm|komórka|kom|t|m|p|f|d|e|w|電話|携帯|电话|手机|传真|web|e-?mail|mail|skype"
    r"|linkedin|whatsapp"
)
POSTSCRIPTS = r"p\.?\s?s\.?\s?[:.\-–]|pps|n\.?b\.?\s?:|p\.?\s?d\.?\s?:|ps\b|追伸|附言"
