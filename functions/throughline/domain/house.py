"""Which e-mail addresses belong to one house: the same domain, unless anybody may have an address there."""

OPEN_TO_ALL = frozenset(
    "126.com 139.com 163.com aim.com aliyun.com alice.it aol.com arcor.de att.net bellsouth.net bigpond.com"
    " bluewin.ch bol.com.br btinternet.com btopenworld.com charter.net comcast.net cox.net docomo.ne.jp"
    " duck.com earthlink.net email.com ezweb.ne.jp fastmail.com fastmail.fm foxmail.com free.fr freemail.hu"
    " freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net hey.com home.nl"
    " hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hotmail.nl hotmail.se hushmail.com"
    " i.softbank.jp icloud.com ig.com.br inbox.com inbox.lv interia.pl juno.com kpnmail.nl laposte.net"
    " libero.it list.ru live.co.uk live.com live.de live.fr live.it live.nl live.se lycos.com mac.com mail.com"
    " mail.de mail.ru mailbox.org me.com msn.com naver.com neuf.fr nifty.com ntlworld.com o2.pl online.de"
    " onet.pl optonline.net orange.fr outlook.com outlook.de outlook.es outlook.fr outlook.it outlook.jp"
    " passport.com planet.nl poczta.onet.pl posteo.de proton.me protonmail.ch protonmail.com qq.com"
    " rambler.ru rediffmail.com rocketmail.com rogers.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca"
    " sina.cn sina.com sky.com sohu.com spoko.pl startmail.com sympatico.ca t-online.de talktalk.net"
    " telefonica.net telenet.be telia.com terra.com.br terra.es tim.it tin.it tiscali.it tlen.pl tuta.com"
    " tutanota.com tutanota.de ukr.net uol.com.br verizon.net vip.qq.com virgilio.it virgin.net virginmedia.com"
    " vodafone.it wanadoo.es wanadoo.fr web.de wp.pl xs4all.nl xtra.co.nz ya.ru yahoo.ca yahoo.co.jp"
    " yahoo.co.uk yahoo.com yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yahoo.se yandex.com yandex.ru"
    " yeah.net ymail.com zoho.com ziggo.nl".split()
)


def domain_of(address: str) -> str:
    """What stands behind the @, in small letters; empty for no address."""
    return address.strip().rpartition("@")[2].rstrip(">").casefold() if "@" in address else ""


def house_of(address: str) -> str:
    """The domain of an address whose owner decides who has one; empty where anybody may."""
    domain = domain_of(address)
    return "" if domain in OPEN_TO_ALL else domain


def same_address(one: str, other: str) -> bool:
    """Whether both are one mailbox, blind to case."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


def same_house(one: str, other: str) -> bool:
    """Whether both stand under one domain that is not open to all."""
    return bool(house_of(one)) and house_of(one) == house_of(other)
