"""Dutch, as written in the Netherlands and Flanders."""

from throughline.domain.mail.intents.words import Words

WORDS = Words(
    hello="""hoi, hallo, dag, goedemorgen, goedemiddag, goedenavond, goeiemorgen, goeiedag, beste, beste allemaal,
        beste collega's, beste collega, geachte, geachte heer, geachte mevrouw, geachte heer of mevrouw, hallo
        allemaal, hoi allemaal, hey, hé, dag allemaal, lieve collega's, morgen allemaal""",
    bye="""met vriendelijke groet, met vriendelijke groeten, vriendelijke groet, vriendelijke groeten, groet, groeten,
        groetjes, mvg, hartelijke groet, hartelijke groeten, met hartelijke groet, fijne dag, fijne avond, fijn
        weekend, prettige dag, prettig weekend, tot ziens, hoogachtend, gr, verstuurd vanaf, verzonden vanaf, fijne dag
        nog""",
    filler="""ja, jawel, nu, al, inmiddels, ondertussen, reeds, vandaag, gisteren, vanochtend, vanmorgen, vanmiddag,
        gisteravond, ook, hier, bij ons, van onze kant, aan onze kant, voor u, voor je, voor jullie, alles, eindelijk,
        helemaal, volledig, compleet, sinds vandaag, sinds gisteren, probleem, het probleem, zaak, de zaak, kwestie,
        geval, melding, de melding, status, update, stand van zaken, goed nieuws, dus, zo, er, dan, juist, net,
        zojuist, meteen, direct, onmiddellijk, succesvol, intussen, geen probleem, geen problemen, zonder problemen,
        niet meer, sorry, excuses, weer, ervan, ermee, eraan, hiermee, daarmee, u, even, maar even, vanaf nu, vanaf
        vandaag, ter info, kort, te melden, gelukkig, hoor, geen probleem meer, bericht, mail, e-mail""",
    joins="en, alsmede, plus",
    at="in, op, aan, in de, op de, in het, op het, bij de, bij het, van, met, voor",
    we="""we, wij, we hebben, wij hebben, hebben we, ik, ik heb, heb ik, heb, hebben, ik heb het, we hebben het, ons
        team heeft, het team heeft, mijn collega heeft, een collega heeft, onze monteur heeft, net hebben we, hebben
        wij""",
    becomes="""is, zijn, werd, werden, is nu, zijn nu, is inmiddels, is weer, zijn weer, is al, is ook, is net, is
        vandaag, zijn inmiddels, is helemaal, is zojuist, is er""",
    was="""was, waren, het was, het was alleen, het was maar, het was slechts, het lag aan, lag aan, dat was, bleek, er
        was, er zat""",
    plain="naar, uit, over, om, per, bij, onder, nieuwe, nieuw, heeft, meer, los, losse, twee, drie",
    the="de, het, een, onze, ons, uw, je, jullie, deze, dit, die, dat, alle, beide, elke, ieder",
    thing="""etiket, etiketten, label, labels, printer, printers, scanner, lezer, kaartlezer, doos, dozen, tape,
        plakband, kassa, kassa's, prijs, prijzen, prijskaartje, pagina, website, site, link, links, formulier, schap,
        schappen, deur, deuren, lade, licht, lamp, lampen, lift, kar, karretje, bestelling, factuur, adres, kaart,
        tekst, typfout, fout, fouten, storing, gebrek, kabel, systeem, scherm, bord, beschrijving, catalogus, lijst,
        verpakking, machine, apparaat, artikel, verwarming, weegschaal, app, winkel, sjabloon, batterij, accu, rol,
        slot, instelling, instellingen, barcode, foto, poster, defect, ticket, pin, pinautomaat, paklijst,
        openingstijden""",
    ended="""gedaan, klaar, afgerond, afgehandeld, voltooid, afgesloten, gereed, is rond, alles klaar, gelukt, gemaakt,
        geregeld""",
    done="""opgelost, gefixt, gefikst, gerepareerd, hersteld, verholpen, gecorrigeerd, rechtgezet, in orde, in orde
        gebracht, in orde gemaakt, weer in orde, voor elkaar, voor mekaar, opgeknapt, verbeterd, rond, uit de wereld,
        van de baan, alles in orde, recht getrokken, rechtgetrokken, alles geregeld, bijgewerkt en klaar, t is gefikst,
        weer heel, weer goed""",
    did="""vervangen, gewisseld, gewijzigd, aangepast, veranderd, omgewisseld, geruild, geactualiseerd, bijgewerkt,
        bijgesteld, herdrukt, opnieuw geprint, verwijderd, weggehaald, schoongemaakt, gereinigd, geïnstalleerd, opnieuw
        geïnstalleerd, vernieuwd, terugbetaald, toegevoegd, verplaatst, versterkt, vastgezet, herstart, aangevuld,
        bijgevuld, ingesteld, opnieuw ingesteld, gemonteerd, opgehangen, geplaatst""",
    works="""werkt weer, werkt nu, werkt nu weer, werken weer, werken nu, doet het weer, doen het weer, doet het nu,
        functioneert weer, draait weer, weer in bedrijf, weer online, weer actief, weer werkend, print weer, scant
        weer, loopt weer, is weer in gebruik, weer in gebruik, klopt nu, klopt weer, alles werkt weer""",
    means="door te, door",
    since="sinds, sinds de, afgelopen, vorige week, vanaf",
    got="""ontvangen, bericht ontvangen, mail ontvangen, goed ontvangen, is ontvangen, hebben we ontvangen, we hebben
        het ontvangen, we hebben uw bericht ontvangen, hebben uw bericht ontvangen, we hebben je bericht ontvangen, is
        binnen, is binnengekomen, begrepen, duidelijk, genoteerd, is genoteerd, staat genoteerd, we hebben het
        genoteerd, we kijken ernaar, ik kijk ernaar, kijken ernaar, kijk ernaar, we gaan ernaar kijken, ik ga ernaar
        kijken, gaan ernaar kijken, ga ernaar kijken, we gaan er naar kijken, we kijken er naar, ik kijk er naar, we
        zullen ernaar kijken, zal ernaar kijken, ik zal ernaar kijken, we kijken het na, ik kijk het na, kijken het na,
        we zoeken het uit, ik zoek het uit, zoeken het uit, zoek het uit, gaan het uitzoeken, we gaan het uitzoeken, ik
        ga het uitzoeken, we gaan het na, ik ga het na, gaan het na, gaan dit na, we gaan dit na, we pakken het op, ik
        pak het op, pakken het op, pak het op, pakken dit op, we pakken dit op, ik pak dit op, wordt opgepakt, is
        opgepakt, opgepakt, we nemen het in behandeling, nemen het in behandeling, in behandeling, in behandeling
        genomen, is in behandeling, we zijn ermee bezig, zijn ermee bezig, ermee bezig, mee bezig, ben ermee bezig, ik
        ben ermee bezig, we zijn er mee bezig, er mee bezig, bezig ermee, ik ga ermee aan de slag, we gaan ermee aan de
        slag, gaan ermee aan de slag, ga ermee aan de slag, aan de slag ermee, we werken eraan, ik werk eraan, werken
        eraan, ik ga erachteraan, we gaan erachteraan, ga erachteraan, gaan erachteraan, ik check het, we checken het,
        checken het, ik controleer het, we controleren het, we controleren dit, we onderzoeken het, onderzoeken het, we
        onderzoeken dit, wordt onderzocht, wordt bekeken, we bekijken het, ik bekijk het, bekijken het, komt goed, komt
        in orde, doe ik, doen we, ga ik doen, gaan we doen, ik neem het mee, nemen we mee, ik regel dat ernaar gekeken
        wordt, staat op de lijst, op de radar, ik kom erop terug, we komen erop terug, komen erop terug, kom erop
        terug, ik laat het weten, we laten het weten, we zijn op de hoogte, zijn op de hoogte, laat het aan ons over,
        laat maar aan ons over, laat maar aan mij over, dank we kijken, even kijken, kijken we naar, kijk ik naar, neem
        ik op, nemen we op, pakken we op, pak ik op, zoeken we uit, zoek ik uit, gezien""",
    okay="""ok, oké, okee, okay, akkoord, goed, prima, is goed, tuurlijk goed, helder, top, mooi zo, gaan we voor,
        afgesproken, jawel ok, oki, komt voor elkaar ok""",
    surely="natuurlijk, tuurlijk, uiteraard, vanzelfsprekend, zeker, zeker weten, allicht",
    thanks="""bedankt, dank, dank je, dank u, dank je wel, dank u wel, dankjewel, dankuwel, dankjulliewel, veel dank,
        heel erg bedankt, hartelijk dank, hartelijk bedankt, heel hartelijk dank, bedankt voor het melden, merci, thnx,
        duizendmaal dank, onze dank, alvast bedankt, super bedankt""",
    praise="""geweldig, fantastisch, wat fijn, wat fijn om te horen, fijn om te horen, wat leuk, leuk om te horen, mooi
        om te horen, wat een mooi bericht, mooie woorden, lieve woorden, wat lief, doet ons goed, dat doet ons goed,
        doet me goed, daar worden we blij van, we zijn er blij mee, blij mee, graag gedaan, super, heel fijn, erg fijn,
        heel aardig, wat aardig, compliment, het compliment, het team zal blij zijn""",
    courtesy="""laat maar weten, laat het weten als, laat het ons weten, laat het me weten, laat gerust, laat weten,
        mocht er, mocht u, mocht je, mochten er, als er nog iets, als er nog vragen, bij vragen, voor vragen, heeft u
        vragen, heb je vragen, gebeurt niet meer, zal niet meer gebeuren, gebeurt niet weer, komt niet meer voor, het
        gebeurt niet meer, zal niet weer gebeuren, excuses voor, onze excuses, sorry voor, neem gerust, schroom niet,
        we houden het in de gaten, houden het in de gaten, geef maar een seintje""",
    please="graag, aub, alsjeblieft, alstublieft, a.u.b, gelieve, svp",
    person="""hij, zij, ze, klant, klanten, de klant, de klanten, iemand, men, monteur, de monteur, baas, leverancier,
        de leverancier, collega, buurman, mevrouw, heer""",
    no="""niet, nooit, geen, niks, niets, nee, neen, niemand, nergens, zonder, noch, onmogelijk, helaas, jammer genoeg,
        nauwelijks, onopgelost, weigeren, geweigerd, afgewezen, verkeerd, verkeerde, fout gegaan, mislukt, onvolledig,
        onaf, nope, nog geen, niet meer tijd, geen tijd meer""",
    later="""wordt, worden, zal, zullen, zult, zou, zouden, moet, moeten, moest, gaat, gaan, ga, morgen, overmorgen,
        straks, binnenkort, later, volgende, komende, eerstdaags, gepland, plannen, verwacht, verwachten, verwachting,
        wachten, wacht, afwachten, oplossen, fixen, repareren, maken, regelen, herstellen, verhelpen, afronden, lossen,
        zodra, wanneer, voordat, nadat, eenmaal, tot dan, hoop, hopen, wil, willen, wens, wensen, zou graag, kan,
        kunnen, kun, kon, beloofd, dringend, zsm, zo snel mogelijk, spoedig, spoed, beginnen, starten, vanavond nog, op
        te lossen, te doen, te maken, te repareren, nog te, volgt, uiterlijk, vrijdag klaar, aan het, deze week nog,
        aanstaande, ooit""",
    doubt="""als, indien, mits, tenzij, stel dat, misschien, wellicht, mogelijk, mogelijks, waarschijnlijk,
        vermoedelijk, hopelijk, denk, denken, denkt, geloof, gelooft, geloven, meen, meent, vermoed, vermoeden, neem
        aan, nemen aan, ik gok, gok, lijkt, lijken, blijkbaar, kennelijk, schijnbaar, schijnt, naar verluidt, in
        theorie, theoretisch, in principe, eigenlijk, op papier, twijfel, twijfels, twijfelen, onzeker, half, halve,
        halfklaar, helft, de helft, gedeeltelijk, deels, ten dele, grotendeels, grotendeel, bijna, zowat, vrijwel,
        nagenoeg, praktisch, min of meer, zo'n beetje, enigszins, alleen, slechts, enkel, een van, een van de twee,
        eentje van, behalve, uitgezonderd, op na, na, afgezien van, met uitzondering, voorlopig, tijdelijk,
        provisorisch, noodoplossing, voor nu, geprobeerd, proberen, probeer, poging, getracht, vorig jaar, vorige
        maand, vorige keer, destijds, vroeger, eerder al, jaren geleden, maanden geleden, al eens, al twee keer,
        andere, ander, anders, elders, mijn, fiets, auto, lunch, koffie, koffieapparaat, vergadering, afspraak,
        vakantie, dienst, huis, keuken, tuin, belasting, bruiloft, salaris, contract, vaste prijs, vaste, hoe, zegt,
        zeggen, zei, gezegd, volgens, beweert, beweren, schrijft, schreef, geschreven, vertelt, vertelde, meldt,
        meldde, gehoord, hoor dat, gemarkeerd, aangemerkt, nog, nog steeds, steeds, opnieuw, weer stuk, breekt, defect
        is, klemt, hapert, kwam terug, terug, teruggekomen, eerst, eerste, tweede, derde, oude, nieuwe faalt,
        ontbreken, mist, per ongeluk, abusievelijk, te vroeg, te snel, of, klaar mee, ik ben klaar, ben klaar, er klaar
        mee, klaar voor, klaar om, klacht, klagen, erger, slechter, beter, ontevreden, boos, procent, stel voor,
        voorstel, vraag me, waarom, waar, twee keer, meerdere keren, terwijl, uitgesteld, geannuleerd, oplossing,
        gister nog, zogezegd, was het maar, dacht, dachten, bezig, niet goed, prima mee, duimen maar, afkloppen, onder
        voorbehoud, verzekert, zweert, bevestigt, belooft, tenminste, in grote lijnen, wij zijn gesloten""",
    trouble="stuk, kapot, ontbreekt",
    irony="""ja ja, jaja, ja hoor, jahoor, tuurlijk joh, mijn neus, zoals altijd, zoals gewoonlijk, zoals elke keer,
        net als vorige keer, net als altijd, haha, hahaha, lol, zogenaamd, zogenaamde, bedankt voor niks, bedankt voor
        niets, wonder, een wonder, gefeliciteerd, bravo, mooi niet, dream on, droom lekker verder, amehoela, yeah
        right, lekker dan, fijn hoor, alweer, voor de zoveelste keer, zoveelste, elke keer weer, de zoveelste""",
    contrast="maar, echter, doch, hoewel, ofschoon, toch, evenwel, terwijl, alleen wel, daarentegen, ondanks",
    ask="""is het, is dit, is dat, is de, zijn de, zijn ze, heb je, heeft u, hebben jullie, heb jij, heeft de, heeft
        iemand, kunt u, kun je, kan je, kunnen jullie, kan iemand, weet u, weet je, weten jullie, welke, welk, wat,
        wie, wiens, wanneer was, wanneer is, wanneer werd, waar was, waar is, hoeveel, hoe lang, hoe kwam, hoe is, om
        welke, om welk, bij welke, uit welke, in welke, van wie, van welke, was het, was dit, was de, werd het, wordt
        het, gaat het, is er, zijn er, mag ik, moeten we, zouden jullie, zou u, zou je, hoort dit, waarvoor""",
    not_ours="""niet (van ons|voor ons|bij ons|ons|aan ons|onze afdeling|ons team|onze taak|onze
        verantwoordelijkheid|onze zaak|ons werk|ons gebied|ons domein|onze afdeling|ons pakkie an|ons ding|de onze),
        hoort niet bij ons, is niet voor ons, verkeerde afdeling, verkeerde adres, verkeerde persoon, verkeerd adres,
        verkeerd team, verkeerde team, daar gaan wij niet over, daar gaan we niet over, daar ga ik niet over, gaan wij
        niet over, gaan we niet over, ga ik niet over, niet verantwoordelijk, zijn (wij|we) niet
        (van|voor|verantwoordelijk), daar zijn wij niet van, daar zijn we niet van, niets mee te maken, niks mee te
        maken, doen wij niet, doen we niet""",
    belongs="""daar gaat, daar gaan, hier gaat, hoort bij, behoort bij, behoort tot, hoort thuis bij, is voor, is iets
        voor, is een zaak voor, is een zaak van, is de taak van, is aan, is van, ligt bij, valt onder, betreft, is meer
        iets voor, moet naar, zou naar, hoort naar, eentje voor, een zaak voor, gaat over, gaat naar, maar van, maar
        bij, is een vraag voor""",
    ask_them="""(vraag|vraagt|vragen|vraagt u) (het |dit |maar |eens |)(aan |bij |), doorsturen naar, door te sturen
        naar, sturen naar, stuur (het |dit |maar |)(door |)(naar|aan), doorgeven aan, geef (het |dit |)door aan,
        doorzetten naar, zet (het |dit |)door naar, overdragen aan, neem contact op met, contact opnemen met, contact
        met, probeer (het |)(eens |)(bij |), check (het |)bij, wend u tot, richt u tot, verwijzen naar, doorverwijzen
        naar, beter bij, navragen bij""",
    theirs="""gaat hierover, gaat daarover, gaat over, regelt dit, regelt dat, doet dit, doet dat, is verantwoordelijk,
        zijn verantwoordelijk, is hiervoor verantwoordelijk, behandelt dit, gaat erover, kan helpen, weet hiervan,
        over, vragen, doorsturen""",
    more_time="""meer tijd, wat meer tijd, iets meer tijd, meer tijd nodig, tijd nodig, nog tijd, nog wat tijd, nog
        even tijd, uitstel, om uitstel, uitstel tot, verlenging, een verlenging, langer nodig, hebben langer nodig,
        extra tijd, verlengen, de termijn verlengen, nog een paar dagen, nog enkele dagen, tijd tot, verschuiven
        naar""",
    need="""hebben nodig, we hebben, ik heb, we hebben nog, hebben nog, ik heb nog, nodig, nog nodig, nodig tot, geef
        ons, geef ons nog, geef me, geef me nog, geeft u ons, geeft u ons nog, kunnen we, kunnen we nog, mogen we,
        mogen we nog, mag ik, kunt u ons, kun je ons, duurt, duurt nog, dat duurt nog, het duurt nog, dit duurt nog,
        het gaat nog, gaat nog, zouden we, hebben we nog, we vragen, wij vragen, ik vraag""",
    until="tot, tot aan, tot en met, tot de, tot het, tegen, tot eind, tot het eind van",
    number="""twee, drie, vier, vijf, zes, zeven, acht, negen, tien, veertien, een paar, nog een, nog twee, nog drie,
        enkele, paar""",
    span="dag, dagen, week, weken, maand, maanden, werkdagen, weekje, uur, dagen extra, weken extra",
    day="""maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, januari, februari, maart, april, mei,
        juni, juli, augustus, september, oktober, november, december, eind, weekend, kerst, pasen, jaar""",
)
