"""Swedish."""

from throughline.domain.mail.intents.words import Words

WORDS = Words(
    hello="""hej, hejsan, hallå, tjena, tja, god morgon, godmorgon, god dag, god kväll, goddag, hej alla, hej på er,
        hej allihop, hej igen, bästa, kära, bästa kollegor, kära kollegor, morrn, hej hej, tjenare, hejhej""",
    bye="""med vänlig hälsning, med vänliga hälsningar, vänlig hälsning, vänliga hälsningar, hälsning, hälsningar, mvh,
        vh, bästa hälsningar, varma hälsningar, hälsar, ha en bra dag, ha en fin dag, trevlig helg, ha det bra, hej då,
        skickat från min, kram, kramar, trevlig dag""",
    filler="""ja, japp, jepp, det här, nu, redan, idag, i dag, igår, i går, i morse, imorse, i eftermiddags, i
        förmiddags, också, här, hos oss, från vår sida, för er, för dig, allt, alla, äntligen, helt, fullständigt,
        sedan idag, sedan igår, problemet, problem, ärendet, ärende, saken, sak, fallet, frågan, status, uppdatering,
        goda nyheter, då, så, alltså, just, just nu, precis, genast, direkt, omedelbart, under tiden, inga problem,
        inget problem, utan problem, inte längre, tyvärr nej, ursäkta, förlåt, från och med nu, från och med idag, er,
        dig, oss, igen, ju, bara bra, kort, för övrigt, där, nyss, tidigare idag, tillsammans, inga fler problem, ingen
        fara, att, meddelande, meddelandet, mejl, mejlet, mail, sedan i morse, sedan i går""",
    joins="och, samt, o, dessutom",
    at="i, på, vid, hos, inom, med, av, för, från",
    we="""vi, vi har, har vi, jag, jag har, har jag, har, vi har nu, vårt team har, teamet har, min kollega har, en
        kollega har, våra tekniker har, vi hade, vi fick, jag fick""",
    becomes="""är, är nu, har blivit, blev, har nu blivit, är redan, är åter, är helt, är också, är alla, har nu, är
        äntligen, blivit, är sedan""",
    was="var, det var, det var bara, var bara, berodde på, det berodde på, det låg",
    plain="under, över, ny, nya, nytt, två, tre, mer, som, ut, upp, lös",
    the="""en, ett, den, det, de, vår, vårt, våra, er, ert, era, din, ditt, dina, denna, detta, dessa, alla, båda,
        varje""",
    thing="""etikett, etiketten, etiketter, etiketterna, skrivare, skrivaren, skanner, skannern, läsare, läsaren,
        kortläsaren, kartong, kartongen, kartonger, lådan, låda, tejp, tejpen, kassa, kassan, kassorna, pris, priset,
        priser, priserna, sida, sidan, webbplatsen, webben, hemsidan, länk, länken, länkar, formulär, formuläret,
        hylla, hyllan, hyllor, dörr, dörren, lampa, lampan, lampor, lamporna, ljuset, hiss, hissen, vagn, vagnen,
        order, ordern, faktura, fakturan, adress, adressen, kort, kortet, text, texten, stavfel, stavfelet, fel, felet,
        felen, störning, störningen, kabel, kabeln, system, systemet, skärm, skärmen, skylt, skylten, skyltar,
        beskrivning, beskrivningen, katalog, katalogen, lista, listan, packlistan, förpackning, förpackningen, maskin,
        maskinen, apparat, apparaten, artikel, artikeln, värme, värmen, våg, vågen, app, appen, butik, butiken, mall,
        mallen, batteri, batteriet, rulle, rullen, lås, låset, inställning, inställningen, streckkod, streckkoden,
        foto, affisch, affischen, buggen, bugg, beställningen, öppettider, öppettiderna, öppettid""",
    ended="""klart, klar, klara, gjort, gjord, avklarat, avklarad, avslutat, avslutad, färdigt, färdig, allt klart,
        redan klart, färdigställt, utfört, utförd, stängt ärende, i mål, ordnat, ordnad""",
    done="""fixat, fixad, fixade, löst, lösta, åtgärdat, åtgärdad, åtgärdade, lagat, lagad, lagade, reparerat,
        reparerad, reparerade, rättat, rättad, rättade, fixat och klart, avhjälpt, avhjälpta, korrigerat, korrigerad, i
        ordning, i sin ordning, ur världen, är löst, uppklarat, återställt, fixat nu, löste sig, det löste sig""",
    did="""bytt, bytta, bytte, ersatt, ersatta, ändrat, ändrad, ändrade, uppdaterat, uppdaterad, justerat, justerad,
        tryckt om, skrivit ut nya, tagit bort, rengjort, installerat, installerat om, anpassat, förnyat, återbetalat,
        lagt till, flyttat, förstärkt, startat om, fyllt på, ställt in, monterat, satt upp, satt dit, dragit åt,
        kopplat in, bytts, bytts ut, bytt ut, uppdaterats""",
    works="""fungerar igen, fungerar nu, fungerar nu igen, funkar igen, funkar nu, är igång igen, igång igen, är i
        drift igen, åter i drift, i drift igen, rullar igen, går igen, går nu, skriver ut igen, är online igen, stämmer
        nu, är rätt nu, lyser igen, stänger igen""",
    means="genom att",
    since="sedan, sen, sedan i, förra veckan, i, från",
    got="""mottaget, mottagit, har mottagit, vi har mottagit, vi har tagit emot, har tagit emot, vi har tagit emot (ert
        meddelande|ditt meddelande|det), har tagit emot (ert meddelande|ditt meddelande|det), meddelandet mottaget,
        uppfattat, förstått, förstår, jag förstår, noterat, noteras, noterat det, vi har noterat, vi har noterat det,
        antecknat, tittar på det, vi tittar på det, jag tittar på det, vi ska titta på det, jag ska titta på det, ska
        titta på det, tittar på detta, vi tittar på detta, jag tittar på saken, vi tittar, jag tittar, kollar, jag
        kollar, vi kollar, kollar upp det, vi kollar upp det, jag kollar upp det, kollar det, jag kollar det, vi kollar
        på det, jag kollar på det, ska kolla, jag ska kolla, vi ska kolla, undersöker, vi undersöker, vi undersöker
        saken, undersöker saken, vi undersöker det, utreder, vi utreder, vi utreder saken, utreder saken, vi tar det,
        jag tar det, tar det, tar jag, tar vi, vi tar hand om det, jag tar hand om det, tar hand om det, tar hand om
        saken, vi tar tag i det, jag tar tag i det, tar tag i det, vi är på det, jag är på det, är på det, på det, på
        gång, är på gång, jobbar på det, vi jobbar på det, jag jobbar på det, arbetar med det, vi arbetar med det, jag
        arbetar med det, håller på, vi håller på, håller på med det, vi håller på med det, återkommer, vi återkommer,
        jag återkommer, hör av mig, jag hör av mig, vi hör av oss, hör av oss, granskar, vi granskar, vi granskar det,
        under utredning, under behandling, är under behandling, ligger hos oss, finns hos oss, har kommit fram, kommit
        fram, vi har fått det, har fått det, vi har fått ert meddelande, har fått ert meddelande, sköter vi, det sköter
        vi, vi sköter det, jag sköter det, vi ordnar med det, vi är medvetna, vi känner till det, känner till det,
        lämna det till oss, det ska vi göra, ska göra, gör jag, gör vi, det gör vi, vi ser över det, jag ser över det,
        ser över det, uppfattat tack, vi är informerade, vi följer upp, följer upp, jag följer upp""",
    okay="""ok, okej, okey, visst ok, bra, toppen ok, jadå, javisst ok, överens, kör på, kör, fint, låter bra,
        självklart ok, oki, jaha ok, då så, absolut ok""",
    surely="visst, javisst, självklart, naturligtvis, givetvis, absolut, såklart, jo visst",
    thanks="""tack, tack så mycket, tackar, stort tack, tusen tack, många tack, tack ska du ha, tack ska ni ha, tack
        tack, tackar så mycket, vi tackar, jag tackar, ett stort tack, hjärtligt tack, tack själv, tack för, tack till,
        tack på förhand, varmt tack, tackar tackar""",
    praise="""härligt, underbart, fantastiskt, toppen, jättebra, kul, kul att höra, roligt att höra, vad roligt, vad
        kul, vad snällt, så snällt, fina ord, det värmer, värmer, glada, vi blir glada, blir glada, det gläder oss,
        gläder oss, gläder mig, så fint, vad fint, super, perfekt, utmärkt, teamet blir glada, varsågod, ingen orsak,
        kul att ni gillar""",
    courtesy="""säg till, säg till om, hör av er, hör av dig, hör gärna av, vid frågor, om det är något mer, om det är
        något, om ni har frågor, om du har frågor, kontakta oss om, tveka inte, det händer inte igen, händer inte igen,
        ska inte hända igen, det ska inte hända igen, ska inte upprepas, upprepas inte, kommer inte hända igen, ursäkta
        för, ber om ursäkt, vi ber om ursäkt, förlåt för, beklagar besväret, vi beklagar besväret, vi håller koll, vi
        håller ett öga, håller ett öga""",
    please="snälla, vänligen, var vänlig, var god, är ni snälla, gärna",
    person="""han, hon, de, ni, du, man, kund, kunden, kunder, kunderna, någon, tekniker, teknikern, chef, chefen,
        leverantör, leverantören, kollega, kollegan, granne""",
    no="""inte, ej, icke, nej, nä, nix, aldrig, inget, inga, ingen, ingenting, utan, varken, knappast, knappt,
        omöjligt, tyvärr, olöst, ofixat, vägrar, avslagit, avvisat, misslyckats, misslyckades, ofärdigt, fel adress,
        ännu inte""",
    later="""ska, skall, skulle, kommer att, kommer, blir, bli, bör, måste, behöver lösas, i morgon, imorgon,
        övermorgon, snart, senare, nästa, kommande, framöver, planerar, planerat, planerad, väntar, vänta, väntas,
        avvaktar, inväntar, fixa, lösa, laga, åtgärda, reparera, rätta, ordna, göra, lösas, lagas, fixas, åtgärdas,
        rättas, ordnas, när, så fort, så snart, innan, efter, tills dess, hoppas, förhoppning, vill, önskar, önskan,
        kan, kunna, kunde, lovat, lovar, brådskande, akut, snarast, så snart som möjligt, börjar, börja, kvar,
        återstår, på fredag, på måndag, på tisdag, på onsdag, på torsdag, ikväll, inom, förväntar, förväntas, senast,
        strax, lämnar jag in""",
    doubt="""om, ifall, såvida, förutsatt, kanske, möjligen, eventuellt, troligen, troligtvis, sannolikt, förmodligen,
        förhoppningsvis, tror, trodde, trott, tycker, tänker, antar, gissar, misstänker, verkar, verkade, tycks,
        tydligen, uppenbarligen, antagligen, i teorin, teoretiskt, i princip, egentligen, på pappret, på papperet,
        tvivlar, tveksam, tveksamt, osäker, osäkert, halv, halva, halvt, halvklart, hälften, delvis, till viss del, en
        del, nästan, nära, så gott som, praktiskt taget, i stort sett, mer eller mindre, typ, någorlunda, ganska, bara,
        endast, enbart, en av, ett av, en av två, förutom, utom, bortsett från, med undantag, tills vidare,
        tillfälligt, provisoriskt, för tillfället, för stunden, försökt, försökte, försöka, försöker, försök, i fjol,
        förra året, förra månaden, förra gången, tidigare, förr, för ett år sedan, för länge sedan, redan två gånger,
        andra, annan, annat, någon annanstans, min, mitt, mina, cykel, cykeln, bil, bilen, lunch, lunchen, kaffe,
        kaffet, möte, mötet, tid, semester, semestern, skift, hem, hus, kök, trädgård, skatt, bröllop, lön, kontrakt,
        fast pris, fast, hur, säger, sa, sade, sagt, enligt, påstår, påstås, skriver, skrev, skrivit, berättar, hört,
        meddelar, markerat, markerad, märkt, fortfarande, ännu, än, går sönder, gick sönder, kom tillbaka, kommit
        tillbaka, tillbaka, först, första, andra gången, tredje, gamla, den nya, saknar, fattas, av misstag, för
        tidigt, för snabbt, eller, klart att, det är klart att, är klar med, är klara med, klar med, klagar, klagomål,
        sämre, värre, bättre, missnöjd, arg, procent, föreslår, förslag, undrar, varför, två gånger, flera gånger,
        medan, uppskjutet, inställt, lösning, lösningen, borde, skadat, skadad, borde vara, skulle vara, borde ha,
        hade, håll tummarna, ta i trä, med reservation, lovar, svär, bekräftar, försäkrar, åtminstone, i alla fall, i
        det stora hela""",
    trouble="trasig, trasigt, trasiga, sönder, saknas",
    irony="""jaja, ja ja, jo jo, jojo, jo tjena, tjena mittbena, som vanligt, som alltid, precis som förra gången, som
        varje gång, haha, hahaha, lol, så kallat, så kallad, tack för ingenting, mirakel, grattis, bravo, eller hur,
        dröm vidare, pyttsan, nämen, sägs det, för hundrade gången, knappast troligt, återigen, ännu en gång, än en
        gång, jo men visst, visst visst""",
    contrast="men, dock, fast ändå, emellertid, trots, även om, däremot, fastän, medan, likväl, utom att",
    ask="""är det, är den, är detta, är ni, är du, har ni, har du, har det, har den, har någon, kan ni, kan du, kan vi
        få veta, skulle ni kunna, skulle du kunna, vet ni, vet du, vilken, vilket, vilka, vad, vem, vems, när var, när
        är, när blev, när hände, var är, var var, hur många, hur mycket, hur länge, hur kom, hur är, i vilken, på
        vilken, från vilken, av vem, var det, blev det, finns det, gäller det, ska vi, ska jag, varifrån, varför är""",
    not_ours="""inte (vårt|vår|våra|för oss|hos oss|vi|vårt bord|vår avdelning|vårt ansvar|vår uppgift|vår sak|vårt
        område|vårt jobb|vår grej|vårt ärende|mitt bord|något för oss|till oss), fel avdelning, fel adress, fel
        mottagare, fel team, fel person, hamnat fel, ansvarar inte, ansvarar vi inte för, är inte ansvariga, inte
        ansvariga, inget med oss att göra, har inget med oss att göra, det sköter inte vi, sköter inte vi, rör inte
        oss""",
    belongs="""hör till, tillhör, är för, är något för, är en fråga för, är en sak för, är ett ärende för, ligger hos,
        ligger på, ska till, bör gå till, borde gå till, går till, gäller, faller under, hör hemma hos, är upp till, en
        sak för, utan, är det""",
    ask_them="""fråga, kontakta, prata med, hör med, kolla med, vänd er till, vänd dig till, (skicka|skickas|
        vidarebefordra|vidarebefordras|lämna|ge|sänd|flytta|styr|överlåt|slussa) (det |detta |den |ärendet |mejlet
        |)(vidare |över |)till, skicka vidare till, vidare till, pröva med, prova med, testa, tala med, be,
        rådfråga""",
    theirs="""ansvarar, ansvarar för det, ansvarar för detta, är ansvarig, är ansvariga, har hand om det, har hand om
        detta, sköter det, sköter detta, tar hand om sådant, som ansvarar, som sköter det, som har hand om det, som har
        hand om detta, är rätt, s bord, hanterar det, hanterar detta""",
    more_time="""mer tid, lite mer tid, längre tid, mera tid, ytterligare tid, tid till, uppskov, förlängning, en
        förlängning, förlänga, förlängd tid, anstånd, skjuta upp, några dagar till, ett par dagar till, extra tid, få
        mer tid, behöver tid""",
    need="""behöver, vi behöver, jag behöver, behöver ännu, vi skulle behöva, skulle behöva, ge oss, ge mig, kan vi få,
        kan vi få ytterligare, kan jag få, skulle vi kunna få, får vi, låt oss få, det tar, det kommer ta, det dröjer,
        dröjer, det kommer att ta, tar nog, vi vill ha, vi ber om""",
    until="till, till den, tills, fram till, senast, till och med, till i, till slutet av",
    number="""två, tre, fyra, fem, sex, sju, åtta, nio, tio, fjorton, ett par, några, ytterligare en, ytterligare två,
        en""",
    span="dag, dagar, vecka, veckor, månad, månader, arbetsdagar, timmar, veckan",
    day="""måndag, tisdag, onsdag, torsdag, fredag, lördag, söndag, januari, februari, mars, april, maj, juni, juli,
        augusti, september, oktober, november, december, slutet, helgen, månadsskiftet, jul, påsk, år""",
)
