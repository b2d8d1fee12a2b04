"""German, as written in Germany, Austria and Switzerland."""

from throughline.domain.mail.intents.words import Words

WORDS = Words(
    hello="""hallo, hallo zusammen, hallo liebe, guten tag, guten morgen, guten abend, moin, moin moin, servus, grüezi,
        hi, grüß gott, grüß dich, sehr geehrte damen und herren, sehr geehrte, sehr geehrter, liebe, lieber, liebes
        team, hey, liebe kolleginnen und kollegen, liebe kollegen, guten tag zusammen, guten morgen zusammen, tach,
        mahlzeit, hoi, liebe kolleginnen, salü, tag zusammen, morgen zusammen, grüß euch, hallo team""",
    bye="""viele grüße, liebe grüße, beste grüße, schöne grüße, herzliche grüße, freundliche grüße, mit freundlichen
        grüßen, mit freundlichem gruß, mit besten grüßen, freundliche grüsse, gruß, grüße, grüessli, mfg, lg, vg, bg,
        glg, hochachtungsvoll, schönen tag, schönen tag noch, schönen feierabend, schönes wochenende, bis dann,
        tschüss, ciao, schönen gruß, beste gruesse, gesendet von, von meinem""",
    filler="""es, ist es das, jetzt, nun, bereits, schon, heute, gestern, heute früh, früh, heute morgen, heute
        vormittag, auch, dort, gestern abend, seit heute, seit gestern, ab heute, ab sofort, hier, bei uns, von uns,
        unsererseits, von unserer seite, für sie, für euch, für dich, ihnen, euch, dir, uns, mir, sich, damit, somit,
        soweit, endgültig, vollständig, komplett, ganz, inzwischen, mittlerweile, soeben, eben, gerade, gerade eben,
        gleich, direkt, sofort, wieder, thema, sache, fall, problem, angelegenheit, anliegen, vorgang, status, update,
        stand, info, zur info, kurze info, kurzes update, alles, nur kurz, kurz, da, so, also, dann, ja, jo, jep, jup,
        jawohl, sehr, hiermit, erfolgreich, endlich, mal, dafür, dazu, davon, darum, dies, nicht mehr, kein problem,
        keine ursache, keine sorge, ohne probleme, nochmals, lieb, super schnell, isch, wurde ja, keine probleme mehr,
        kein problem mehr, nix zu tun, entschuldigung, sorry, tut mir leid, zur zufriedenheit, anstandslos, nachricht,
        mail, e-mail, meldung, hinweis, rückmeldung, neu""",
    joins="und, sowie, u",
    at="in, im, auf, am, an, ins, in der, auf der, an der, auf dem, an dem, in dem, mit, für, von",
    we="""wir, wir haben, ich, ich habe, ich hab, habe, haben, hab, hab s, habs, wir haben s, unser team hat, das team
        hat, unsere technik hat, die kollegen haben, der kollege hat, die kollegin hat, kollege hat, hamma, hama, wir
        hatten, hat unser team, hat das team, haben die kollegen, mir händ""",
    becomes="""ist, sind, wurde, wurden, ist jetzt, sind jetzt, ist nun, ist wieder, sind wieder, worden, ist bereits,
        wurde bereits, wurde heute, ist schon, ist inzwischen, seit heute ist, sind alle, gilt als""",
    was="""war, waren, es war, es war nur, war nur, das war, das war nur, es lag an, lag an, lag nur an, grund war,
        ursache war, war bloß""",
    plain="""zu, zum, zur, aus, nach, über, um, als, bei, unter, pro, je, vor, zwischen, neue, neuer, neues, neuen,
        neuem, hat, fest, mehr, man, die art""",
    the="""der, die, das, den, dem, des, ein, eine, einen, einem, einer, unser, unsere, unseren, unserem, ihr, ihre,
        ihren, euer, eure, euren, dein, deine, deinen, dieser, diese, dieses, diesen, alle, beide, sämtliche, jeder,
        jede, jedes""",
    thing="""etikett, etiketten, drucker, scanner, leser, kartenleser, karton, kartons, band, klebeband, kasse, kassen,
        preis, preise, preisschild, schild, schilder, seite, webseite, website, link, links, formular, regal, regale,
        tür, türen, schublade, licht, lampe, lampen, aufzug, wagen, rollwagen, bestellung, rechnung, adresse, eintrag,
        text, tippfehler, fehler, störung, mangel, kabel, system, bildschirm, anzeige, beschreibung, katalog, liste,
        packliste, aushang, plakat, verpackung, maschine, gerät, anlage, artikel, heizung, waage, shop, app, software,
        vorlage, batterie, akku, rolle, fach, schloss, einstellung, einstellungen, barcode, strichcode, defekt,
        reklamation, ticket, geräte, kasten, öffnungszeiten, uhrzeit, beleuchtung, türschließer""",
    ended="""fertig, gemacht, abgeschlossen, abgehakt, fertiggestellt, fertig gestellt, abgearbeitet, umgesetzt, vom
        tisch, aus der welt, alles gut, alles paletti, geklärt, geregelt, bereinigt, alles erledigt, gerichtet""",
    done="""erledigt, behoben, gelöst, gefixt, repariert, korrigiert, berichtigt, beseitigt, instandgesetzt, instand
        gesetzt, in ordnung gebracht, behebt, hinbekommen, hingekriegt, geflickt, in ordnung, wieder in ordnung,
        erledigt worden, beseitigt worden, behoben worden, ausgebügelt, bereinigt worden, bearbeitet und erledigt,
        wieder heil, wieder ganz, richtig gestellt, richtiggestellt, entstört, nachgebessert, wieder i.o, sauber
        gelöst, is erledigt, passt jetzt, passt wieder, alles wieder gut, erledigd""",
    did="""gewechselt, getauscht, ausgetauscht, ersetzt, geändert, angepasst, aktualisiert, erneuert, umgestellt,
        nachgefüllt, entfernt, neu gedruckt, nachgedruckt, neu eingestellt, eingestellt, neu gestartet, gereinigt,
        umgebaut, ergänzt, montiert, angebracht, eingebaut, neu installiert, überarbeitet, erstattet, nachgeliefert,
        neu geklebt, neu beschriftet, versetzt, verstärkt, geleert, umgeräumt, nachjustiert, justiert, aufgefüllt,
        abgeändert, umetikettiert, neu befestigt, befestigt""",
    works="""funktioniert wieder, funktionieren wieder, läuft wieder, läuft jetzt, laufen wieder, geht wieder, geht
        jetzt, geht jetzt wieder, gehen wieder, klappt wieder, klappt jetzt, druckt wieder, scannt wieder, tut wieder,
        tut es wieder, funktioniert jetzt, funktioniert jetzt wieder, läuft jetzt wieder, wieder in betrieb, wieder
        online, wieder da, wieder verfügbar, läuft seit heute wieder, stimmt jetzt, stimmt wieder, ist jetzt richtig,
        ist wieder richtig, schließt wieder, schließt jetzt, leuchtet wieder, wieder am laufen""",
    means="indem wir, dadurch dass wir, durch",
    since="seit, seit letztem, seit letzter, letzten, vergangenen, vorigen, seit dem, seit vergangenem",
    got="""haben wir, hab ich, habe ich, wir haben es, wir haben das, ich habe es, verstanden, ist angekommen,
        angekommen, ist bei uns angekommen, bei uns angekommen, ist da, erhalten, haben wir erhalten, wir haben sie
        erhalten, wir haben es erhalten, haben es erhalten, ihre nachricht ist angekommen, nachricht erhalten, mail
        erhalten, haben ihre nachricht erhalten, empfangen, ist notiert, notiert, haben wir notiert, vermerkt, ist
        vermerkt, zur kenntnis genommen, registriert, gesehen, habs gesehen, hab s gesehen, kümmern uns, wir kümmern
        uns, wir kümmern uns darum, kümmern uns darum, ich kümmere mich, kümmere mich, kümmere mich darum, kümmere mich
        drum, ich kümmere mich darum, ich kümmer mich, kümmer mich drum, kümmern uns drum, wir kümmern uns drum, werden
        uns (darum |drum |)kümmern, werde mich (darum |drum |)kümmern, (ich |)(schau|schaue|seh|sehe|guck|gucke) (mir
        das|es mir) an, schau mir das an, (wir |)(schauen|sehen|gucken) uns (das|es|die sache) an, wir schauen es uns
        an, schauen wir uns an, (wir |)(sehen|schauen) es uns an, seh ich mir an, sehe ich mir an, schau ich mir an,
        schaue ich mir an, gucken wir uns an, sehen wir uns an, schauen wir, schau ich mal, wir schauen nach, schauen
        nach, wir schauen mal, ich schaue nach, schau nach, ich schau nach, (wir |ich |)(prüfen|prüfe|checken|checke|
        klären|kläre|untersuchen) (das|es|die sache|den fall|den vorgang|), wird geprüft, ist in prüfung, wird gerade
        geprüft, wird untersucht, wir prüfen, ich prüfe, prüfen wir, prüfe ich, klären wir, kläre ich, sind dran, wir
        sind dran, bin dran, ich bin dran, sind am thema dran, bleiben dran, wir bleiben dran, in arbeit, ist in
        arbeit, in bearbeitung, ist in bearbeitung, wird bearbeitet, arbeiten daran, wir arbeiten daran, ich arbeite
        daran, wir gehen der sache nach, gehen der sache nach, gehen dem nach, wir gehen dem nach, gehe dem nach, ich
        gehe dem nach, nehmen uns der sache an, wir nehmen uns der sache an, nehme mich der sache an, wir übernehmen,
        ich übernehme, übernehme ich, übernehmen wir, wir übernehmen das, ich übernehme das, mach ich, mache ich,
        machen wir, mach ma, mach mer, wir machen das, ich mach das, nehmen wir auf, haben wir aufgenommen,
        aufgenommen, ist aufgenommen, wurde aufgenommen, haben wir auf dem schirm, auf dem schirm, liegt bei uns, liegt
        bei mir, ist bei uns, melde mich, melden uns, wir melden uns, ich melde mich, rückmeldung folgt, haben
        verstanden, hab verstanden, wir sind informiert, nehme ich mit, nehmen wir mit, leite ich in die wege, wissen
        bescheid, weiß bescheid, steht auf der liste, schauen wir an""",
    okay="""ok, okay, oki, alles klar, geht klar, passt, in ordnung so, gut, einverstanden, gern, gerne, abgemacht,
        wird gemacht, jo passt, alles roger, roger, prima, ja gern, ja gerne, ja klar mach ich, jut, okee, top""",
    surely="klar, natürlich, selbstverständlich, sicher, freilich, logisch, logo",
    thanks="""danke, dankeschön, danke schön, danke sehr, danke dir, danke ihnen, danke euch, vielen dank, vielen
        lieben dank, besten dank, herzlichen dank, lieben dank, tausend dank, schönen dank, merci, merci vielmal, wir
        danken, ich danke, wir bedanken uns, ich bedanke mich, dank, dankschön, dangge, vergelt's gott, recht
        herzlichen dank, ganz herzlichen dank""",
    praise="""toll, wunderbar, großartig, klasse, spitze, das freut uns, das freut uns sehr, freut uns, freut uns sehr,
        freut mich, freut mich sehr, das freut mich, das freut das ganze team, freut das team, schön zu hören, gut zu
        hören, super, sehr nett, wie nett, wie schön, sehr schön, nette worte, liebe worte, so ein lob, das lob, lob,
        das motiviert, gern geschehen, hört man gern, hören wir gern, gebe ich ans team weiter, geben wir ans team
        weiter""",
    courtesy="""melden sie sich, meldet euch, melde dich, sagt bescheid, sag bescheid, sagen sie bescheid, bei fragen,
        bei rückfragen, falls noch etwas, falls noch was, wenn noch etwas, wenn noch was, falls fragen, für rückfragen,
        stehen wir, kommt nicht wieder vor, kommt nicht mehr vor, wird nicht wieder vorkommen, passiert nicht wieder,
        passiert nicht mehr, soll nicht wieder vorkommen, das kommt nicht wieder vor, entschuldigung für, entschuldigen
        sie, entschuldigt die, sorry für, tut uns leid, wir bitten um entschuldigung, geben sie bescheid, gebt
        bescheid, gib bescheid, gern jederzeit, jederzeit gerne, wir behalten es im auge, behalten es im auge, wir
        beobachten es""",
    please="bitte, bidde, bittschön",
    person="""sie, er, kunde, kunden, kundin, der kunde, dem kunden, die kundin, jemand, man, ihr, du, techniker, chef,
        chefin, lieferant, der lieferant, monteur, nachbar, andere, anderen, handwerker, frau, herr, herrn""",
    no="""nicht, nie, niemals, nein, nee, nö, kein, keine, keinen, keiner, keinem, nichts, nix, niemand, leider, ohne,
        weder, unerledigt, ungelöst, ungeklärt, nirgends, keineswegs, kaum, weigern, lehnen, abgelehnt, unmöglich, geht
        nicht, unfertig, falsch, falschen, falsche, gar nichts, garnicht, net, ned, nüt, nöd, fehlgeschlagen, schlägt
        fehl, unvollständig""",
    later="""wird, werden, werde, wirst, würde, würden, soll, sollen, sollte, sollten, muss, müssen, müsste, müssten,
        morgen, übermorgen, bald, demnächst, später, nächste, nächsten, nächster, nächstes, kommende, kommenden, will,
        wollen, möchte, möchten, wünsche, wünschen, können, könnte, könnten, kann, geplant, planen, plant,
        voraussichtlich, ausstehend, steht aus, offen, beheben, erledigen, reparieren, lösen, fixen, regeln, klären
        lassen, warten, warte, abwarten, sobald, bevor, nachdem, bis dahin, dauert, noch offen, vorgesehen,
        versprochen, versprechen, hoffe, hoffen, dringend, umgehend, asap, zu erledigen, zu beheben, zu lösen, todo,
        beginnen, anfangen, vor weihnachten, sein lassen, lass, lasst, lassen, müßte, kommt noch, folgt, folgen,
        nachher, gleich morgen, heute abend noch, irgendwann, eines tages, künftig, mal sehen, schauen wir mal, mal
        schauen""",
    doubt="""dass, daß, wenn, falls, sofern, wäre, wären, hätte, hätten, sei, seien, habe es, ob, vielleicht, evtl,
        eventuell, womöglich, möglicherweise, wahrscheinlich, vermutlich, wohl, hoffentlich, glaube, glauben, glaubt,
        denke, denken, denkt, meine, meint, meinen, schätze, nehme an, nehmen an, angenommen, vermute, vermuten,
        scheint, scheinen, scheinbar, anscheinend, offenbar, theoretisch, eigentlich, an sich, im prinzip,
        grundsätzlich, auf dem papier, unsicher, zweifel, zweifle, bezweifle, halb, halbe, halber, hälfte, zur hälfte,
        teilweise, zum teil, teils, größtenteils, weitgehend, überwiegend, fast, beinahe, nahezu, annähernd, so gut
        wie, quasi, praktisch, mehr oder weniger, einigermaßen, halbwegs, eins von, eines von, einer von, eine von,
        nur, bis auf, außer, abgesehen von, mit ausnahme, ausgenommen, vorläufig, vorübergehend, provisorisch,
        notdürftig, fürs erste, erstmal, zunächst, behelfsmäßig, versucht, versuchen, versuche, versuch, probiert,
        letztes jahr, letzten monat, voriges jahr, im vorjahr, damals, früher, vor jahren, vor monaten, vor wochen,
        schon mal, schon einmal, schonmal, mal wieder, schon wieder, schon zweimal, einst, erneut, nochmal, noch, noch
        immer, immer noch, weiterhin, dennoch, andere, anderen, anderer, anderes, anderem, mein, meinem, meiner,
        fahrrad, auto, mittag, mittagessen, kaffee, kaffeemaschine, besprechung, termin, urlaub, feierabend, schicht,
        hausaufgaben, steuer, steuererklärung, hochzeit, garten, küche, wohnung, haus, zuhause, gehalt, vertrag, fix,
        fixe, fixer, fixen, fixes, fixpreis, festpreis, wie, sagt, sagte, sagen, gesagt, laut, angeblich, heißt,
        behauptet, behaupten, schreibt, schrieb, geschrieben, erzählt, gehört, berichtet, meldet, meldete, gemeldet,
        zufolge, nach angaben, nach aussage, markiert, gekennzeichnet, defekt ist, reißt, bricht, klemmt, hakt,
        wiedergekommen, kam wieder, kommt wieder, zurück, zurückgekommen, erst, erste, ersten, zweite, zweiten, dritte,
        fehlen, versehentlich, aus versehen, versehen, irrtümlich, zu früh, voreilig, oder, sonst, ansonsten, für
        heute, mit dem kunden, mit der kundin, beschwert, beschwerde, widerspreche, anders, schade, schlimmer,
        unzufrieden, verärgert, statt, stattdessen, besser wäre, vorschlag, schlage vor, frage, warum, wieso, weshalb,
        wo, prozent, lösung, fertiggerichte, bin fertig, ich bin fertig, sind fertig mit, bin ich fertig, fix und
        fertig, fertig mit, und fertig, fertig machen, würd, dürfte, könne, im januar, im februar, im frühjahr, im
        sommer, im herbst, im winter, im frühling, obwohl, trotzdem, gedacht, selber schuld, verschoben, pausiert,
        vertagt, storniert, dachte, toi toi toi, daumen drücken, drücken wir die daumen, unter vorbehalt,
        vorbehaltlich, beteuert, versichert, schwört, bestätigt, wir sind fertig, sind geschlossen, haben geschlossen,
        im großen und ganzen, bis auf weiteres, in groben zügen, zumindest, jedenfalls, vorerst, so weit, bisher,
        bislang, stand jetzt, einstweilen, zweimal, dreimal""",
    trouble="kaputt, beschädigt, fehlt, fehlte",
    irony="""na toll, na super, na klar, ja klar, ja ja, jaja, ja genau, von wegen, schön wärs, schön wär's, schön wäre
        es, wie immer, wie jedes mal, wie üblich, wie gehabt, wie letztes mal, haha, lol, wers glaubt, wer's glaubt,
        ach wirklich, ach ja, ach was, träum weiter, bravo, glückwunsch, herzlichen glückwunsch, danke für nichts,
        sogenannt, sogenannte, zum hundertsten mal, zum x-ten mal, jedes mal, wieder einmal, wiedermal, wunder, oh
        wunder, natürlich nicht, klar doch, aber sicher, aber klar, sehr witzig, witzig, witz, am arsch, pustekuchen,
        denkste, schmarrn""",
    contrast="""aber, jedoch, allerdings, doch, nur dass, nur leider, hingegen, während, wobei, dagegen, sondern,
        außerdem ist, einzig, abr""",
    ask="""ist das, ist es, ist der, ist die, ist dies, sind die, sind sie, seid ihr, bist du, haben sie, habt ihr,
        hast du, hat der, hat das, hat die, hat es, wurde das, wurde es, wurde der, wurde die, war das, war es, können
        sie, könnt ihr, kannst du, könnten sie, könntet ihr, könntest du, darf ich, soll ich, sollen wir, welche,
        welcher, welches, welchen, welchem, was, was ist, was war, wer, wem, wen, wann, wo ist, wo war, wie viele, wie
        viel, wie lange, wie kam, wie ist, um welche, um welchen, um welches, bei welchem, bei welcher, in welcher, in
        welchem, aus welcher, von welcher, von wem, gibt es, gibts, wird das, wird es, geht es um, gehört das, würden
        sie, wisst ihr, wissen sie, liegt das, war der, war die, bis wann, seit wann""",
    not_ours="""nicht (unseres|unsers|unsere|unser|uns|für uns|bei uns|meins|unsre), nicht unsere (baustelle|abteilung|
        aufgabe|sache|zuständigkeit|schuld), nicht unser (bereich|thema|ding|fall|bier|gebiet|ressort|problem), nicht
        in (unserer|unserem) (zuständigkeit|bereich|verantwortung|abteilung), nicht (dafür |hierfür |)zuständig,
        (sind|bin) (wir |ich |)(dafür |hierfür |leider |da |)nicht zuständig, (dafür |hierfür |da |)(sind|bin)
        (wir|ich) (leider |)nicht (zuständig|verantwortlich|die richtigen), falsche abteilung, falscher
        ansprechpartner, falsche adresse, falscher bereich, betrifft uns nicht, gehört nicht (zu uns|uns), fällt nicht
        in (unseren|unsere) (bereich|zuständigkeit), haben wir nichts mit zu tun, damit haben wir nichts zu tun, wir
        haben damit nichts zu tun, geht uns nichts an, liegt nicht (bei uns|in unserer hand), leider nicht für uns,
        leider falsch bei uns, sie sind falsch bei uns, da sind sie bei uns falsch, bei uns falsch, hier falsch, machen
        wir nicht, nicht von uns, leider nicht unser bereich, leider nicht zuständig""",
    belongs="""gehört (zu|zur|zum|in die|in den|zu der|zu dem|an die|der), gehören (zu|zur|zum|in die), ist
        (was|etwas|eine sache|ein fall|eine frage) für, ist für, fällt (in den bereich|in die zuständigkeit)
        (der|des|von|), ist (sache|aufgabe|thema|zuständigkeit) (der|des|von|), liegt (bei|bei der|beim|bei den), ist
        bei der, ist beim, betrifft, muss (zur|zum|an die|an den|in die), sollte (zur|zum|an die|an den), eher (was
        für|für|), ein fall für, was für die, das macht, das machen, kümmert sich, sondern, sondern an die, zuständig
        ist, zuständig sind, zuständig wäre, verantwortlich ist, läuft über, geht an, ist das eher, bin ich bei der""",
    ask_them="""(fragen|wenden|melden) sie (sich |)(an |bei |bitte |)(die|den|das|bei der|beim|in der|), fragt (bitte
        |mal |)(die|den|das|bei der|beim|in der|), frag (bitte |mal |)(die|den|das|bei der|beim|in der|), (bitte |)an
        (die |den |das |)(@|)abteilung, bitte (an|an die|an den|ans|zu|zur|zum|in die), weiterleiten an, leiten sie
        (das|es|dies|die mail|) (bitte |)(an|weiter an), leitet (das|es|dies|) (bitte |)(an|weiter an), weitergeben an,
        weiter an, wenden an, gebt (das|es) (bitte |)(an|weiter an), geben sie (das|es) (bitte |)(an|weiter an),
        schickt (das|es) (bitte |)an, schicken sie (das|es) (bitte |)an, probiert (es |)(mal |)(bei|bei der|beim),
        versuchen sie es (bei|bei der|beim), am besten (bei|bei der|beim|an|an die|die), leite (das|es) (an|weiter an),
        hab ich an, gebe es weiter an, gebe (das |es |)an, leite ich weiter an, kontaktieren sie, ansprechpartner ist,
        ansprechpartner sind, besser an, besser bei, bitte mit""",
    theirs="""zuständig, verantwortlich, macht das, machen das, kümmert sich darum, kümmert sich, weiß bescheid,
        wenden, geben, weitergeben, senden, schicken, richten, fragen, betreut das, bearbeitet das, müsste das machen,
        muss das machen, weiterleiten, ansprechen, kontaktieren, übernimmt das, s aufgabe, kann helfen""",
    more_time="""mehr zeit, etwas mehr zeit, noch zeit, noch etwas zeit, noch ein bisschen zeit, noch ein wenig zeit,
        bitte um aufschub, um aufschub, aufschub, um verlängerung, fristverlängerung, fristverlängerung bitte,
        verlängerung der frist, frist verlängern, frist bis, um eine verlängerung, zeit bis, mehr zeit bis, brauchen
        länger, brauche länger, brauchen (etwas |noch |)länger, benötigen länger, um etwas geduld, um geduld, noch
        etwas geduld, verschieben auf, bitten um zeit, zeit (bräuchten|brauchen) wir, längere frist, zeit benötigt,
        noch paar tage, noch ein paar tage, noch einige tage, zeit brauchen, um fristverlängerung, um eine
        fristverlängerung""",
    need="""brauchen, brauche, brauchen noch, brauche noch, bräuchten, bräuchten noch, bräuchte noch, wir brauchen, wir
        brauchen noch, ich brauche noch, benötigen, benötigen noch, wir benötigen noch, wir bräuchten noch, gebt uns,
        gebt uns noch, gebt uns bitte, gebt uns bitte noch, geben sie uns, geben sie uns noch, geben sie uns bitte,
        geben sie uns bitte noch, gib uns, gib mir, gib mir noch, können wir, könnten wir, können wir noch, könnten wir
        noch, dürfen wir, das dauert, dauert noch, das dauert noch, das wird, dauert, geht auch, reicht auch, ginge
        auch, das zieht sich, schaffen wir erst, geht es auch, ginge es, wir schaffen es erst, hätten gern, schaffen es
        erst, kommen erst, wird noch, wir bitten um, bitten um, ich bitte um""",
    until="""bis, bis zum, bis zur, bis ende, bis zum ende, auf, bis spätestens, bis kommenden, bis anfang, bis mitte,
        am""",
    number="""eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, vierzehn, weitere, ein paar, einige, paar,
        ein bis zwei, zwei drei, noch eine, noch ein, noch zwei""",
    span="""tag, tage, tagen, woche, wochen, monat, monate, monaten, werktage, werktagen, arbeitstage, stunden, monats,
        weitere wochen, weitere tage""",
    day="""montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, sonnabend, januar, jänner, februar, märz,
        april, mai, juni, juli, august, september, oktober, november, dezember, wochenende, monatsende, jahresende,
        weihnachten, ostern, mo, di, fr, ende der woche, ende des monats, jahr""",
)
