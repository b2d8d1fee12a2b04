"""Telling thanks from trouble by plain words; where both sound, it is trouble."""

from functools import cache

from throughline.domain.routes.letters import simple
from throughline.domain.routes.listed import Listed
from throughline.domain.routes.sensitive import is_sensitive
from throughline.domain.words import words_in

LONGEST_READ = 20_000
_PRAISE = """
 thank* thx ta cheers grateful lovely wonderful brilliant fantastic excellent amazing great superb kind kindly
 kindness friendly helpful delight* impress* praise* compliment* perfect* smile* smiling loved loves awesome
 outstanding legend* spotless* superstar hero heroes chuffed thrilled flawless* bravo danke* dank toll* super
 klasse freundlich* hilfsbereit* begeister* lob* gelobt wunderbar* großartig* grossartig* nett nette netten
 spitze selig perfekt* hervorragend* überglücklich* zufrieden herzlich* geduldig* einwandfrei* bestens merci*
 remerci* génia* aimable* gentil* ravi ravie ravis formidable* adorabl* parfait* impeccable* sympa* superbe*
 chaleureu* félicit* patient* gracias agradec* amabl* encanta* encanto maravillos* excelent* genial* simpatiqu*
 felicid* felicis* estupend* majo maja majisim* limpisim* obrigad* ótim* simpátic* atencios* maravilh* parabéns
 impecáve* grazie ringrazi* gentilissim* brav* bravissim* fantastic* ottim* eccellent* perfett* complimenti
 cortes* bellissim* bedankt* geweldig* vriendelijk* behulpza* fantastisch* uitsteken* prima topper* keurig*
 dzięk* dziek* podzięk* świetn* wspania* uprzejm* cierpliwoś* pomocn* życzliw* rewelac* znakomit* zadowolon* miło
 teşekkür* tesekkur* harika* mükemmel* sağol* güleryüz* kibar* nazik* ilgili ilgilendi memnun süper ellerine شكرا
 شكر ممتاز رائع رائعة لطيف لطيفة ودود جزيل
 brill godsend blessing hug hugged appreciat* polite* courteous kudos proud angel treasure patient* lieb liebe lieben
 liebevoll* bedankt schwärm* herzlich goldschatz engel geholfen contente contentes chapeau magnifi* mersi épat*
 chouette crack cracks contentísim* contento contenta meravigli* soddisfat* preparatissim* dolcissim* angeli
 satisfeit* tevreden lief lieve uśmiech* chwal* pochwal* cudown* zachwyc* brawo sev* beğen* övdü övüyor dualar sevin*
"""
_TROUBLE = """
 broken broke brok late wrong missing missed scratch* damag* crush* dirty rude* slow cold confus* unclear
 complain* problem* issue* fault* error* fail* frozen froze stuck waited waiting queue* never cannot can't won't
 didn't doesn't isn't wasn't couldn't refund* lost unhapp* angry annoy* upset poor bad terribl* awful twice again
 not but however unfortunately leak* stain* filthy smell* unfriendly ignored worst useless hurt injur* kaputt
 falsch* fehlt* fehlen verspät* schmutz* dreck* unfreundlich* beschwer* fehler defekt* leider nicht aber kein
 keine zerkratzt beschädigt* verletz* stromschlag stinkt langsam cassé* casse retard* sale sales erreur* manqu*
 problèm* abîmé* mais pas jamais malheureusement déçu* impoli* lent roto rota rotos tarde sucio sucia falta* pero
 mal malo nunca lento dañad* grosero rotto rotta ritardo sporc* manca* errore* sbagliat* però purtroppo mai lent*
 maleducat* partid* quebrad* atras* suj* errad* mas infelizmente kapot* laat vies vuil* fout* helaas maar niet
 kwijt traag zepsut* spóźn* brudn* brak* błęd* niestety ale nie zgub* uszkodz* kırık bozuk geç kirli eksik yanlış
 ama maalesef değil kaba مكسور متأخر وسخ خطأ لكن ناقص
 gewartet warten nobody niemand personne nadie nessuno nikt kimse
"""
_TURNS = frozenset(map(simple, "but however aber mais pero però mas maar ale ama لكن".split()))


@cache
def _heard() -> tuple[Listed, Listed]:
    return Listed(_PRAISE), Listed(_TROUBLE)


def is_praise(text: str) -> bool:
    """Whether these words thank somebody and complain of nothing; a first "but" turns from what was said before.

    What a person must see first is no thanks, whatever else it sounds like.
    """
    praise, trouble = _heard()
    words = [simple(word) for word in words_in(text[:LONGEST_READ].replace("’", "'"))]
    own = words[1:] if words and words[0] in _TURNS else words
    thanks = any(word in praise for word in own) and not any(word in trouble for word in own)
    return thanks and not is_sensitive(text)
