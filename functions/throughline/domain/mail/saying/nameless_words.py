"""How people ask to be left unnamed, one pattern a line, in small letters without accents."""

# English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Polish; the last lines need a "please":
# an invoice may have come without a name too.
WISHES = r"""
(?:keep|leave|take) (?:my|our) names? (?:off|out)
(?:keep|leave) me (?:anonymous|unnamed|out of (?:it|this))
(?:do not|don't|dont|never) (?:use|mention|share|pass on|show|give|say|print|publish) (?:my|our) names?
(?:want|wish|prefer|like) to (?:stay|remain|be) (?:anonymous|unnamed|nameless)
(?:meinen?|unseren?|unsere) namen? (?:bitte )?(?:weglassen|raushalten|heraushalten)
(?:meinen?|unseren?|unsere) namen? (?:bitte )?nicht (?:nennen|erwahnen|angeben|weitergeben|zeigen|verwenden)
(?:nennen sie|erwahnen sie|geben sie) (?:bitte )?(?:meinen|unseren) namen? nicht
(?:nennt?|erwahnt|verwendet|gebt) bitte (?:bitte )?(?:meinen|unseren) namen? nicht
bitte (?:nennt?|erwahnt?|verwendet?|gebt) (?:meinen|unseren) namen? nicht
(?:lasst|lass|lassen sie|haltet|halten sie) (?:bitte )?(?:meinen|unseren) namen? (?:bitte )?(?:weg|raus|heraus|da raus)
(?:mochte|will|wurde gerne?) (?:bitte )?(?:anonym|ungenannt|namenlos) bleiben
(?:citez|mentionnez|donnez|communiquez|indiquez|publiez) pas (?:mon|notre) nom
ne pas (?:citer|mentionner|donner|communiquer|indiquer|publier) (?:mon|notre) nom
gardez (?:mon|notre) nom (?:pour vous|secret)
(?:souhaite|veux|voudrais|prefere) (?:rester|demeurer) anonyme
(?:souhaite|veux|voudrais|prefere) garder l'anonymat
no (?:mencion(?:e|es|en|ar)|us(?:e|es|en|ar)|pong(?:a|as|an)|poner|digan?|digas) mi nombre
no (?:compart(?:a|as|an|ir)|publi(?:que|ques|quen|car)) mi nombre
(?:quiero|prefiero|deseo|quisiera) (?:seguir siendo|permanecer|quedar(?:me)?|ser) (?:en el )?anonim[oa](?:to)?
nao (?:mencion(?:e|em|ar)|us(?:e|em|ar)|divulg(?:ue|uem|ar)|cit(?:e|em|ar)|passem?|digam?) (?:o )?meu nome
(?:quero|prefiro|gostaria de|desejo) (?:ficar|permanecer|manter-me) (?:no )?anonim[oa](?:to)?
non (?:fate|fare|fai|citat?e?|citare|menzionat?e?|menzionare|usat?e?|usare|dite|dire|divulgat?e?) (?:il )?mio nome
(?:voglio|vorrei|preferisco|desidero) (?:restare|rimanere) anonim[oa]
(?:noem|gebruik|vermeld|deel|geef) (?:alstublieft |alsjeblieft |aub )?mijn naam niet
mijn naam (?:graag |aub )?(?:niet (?:noemen|vermelden|gebruiken|delen)|weglaten|erbuiten)
(?:hou|houd|laat) mijn naam (?:weg|erbuiten|eruit)
(?:wil|zou) (?:graag |liever )?anoniem blijven
(?:namn|anvand|skriv|uppge|visa) inte mitt namn
(?:hall|lamna|ta bort) (?:bort )?mitt namn(?: utanfor)?
(?:vill|onskar) (?:vara|forbli|fa vara) anonym
nie (?:podawa(?:c|jcie)|podawaj|wymienia(?:c|jcie)|wymieniaj|uzywa(?:c|jcie)) (?:mojego )?(?:imienia|nazwiska)
nie (?:ujawnia(?:c|jcie)|ujawniaj) (?:mojego )?(?:imienia|nazwiska)
(?:chce|chcialbym|chcialabym|wole) (?:pozostac|zostac) anonimow[yae]
(?:please|bitte|svp|s'il vous plait),? (?:without my name|ohne (?:meinen |unseren )?namen|sans (?:mon|notre) nom)
(?:por favor|per favore|per piacere),? (?:sin mi nombre|sem (?:o )?meu nome|senza (?:il )?mio nome)
(?:graag|alstublieft|tack|prosze),? (?:zonder (?:mijn )?naam|utan (?:mitt )?namn|bez (?:mojego )?(?:imienia|nazwiska))
without my name,? please
"""
# Japanese and Chinese, which set no blanks.
UNSPACED = """
匿名(?:で|に|を希望|希望|を望)
名前(?:は|を)(?:出さない|伏せ|書かない|載せない|使わない|公表しない|明かさない)
(?:不要|别|勿)(?:提到|提及|提|透露|公开|公開|使用|写|寫|显示|顯示|说出|說出)我的(?:名字|姓名)
(?:希望|想|要求|请|請)(?:保持)?匿名
[隐隱]去我的(?:名字|姓名)
"""
