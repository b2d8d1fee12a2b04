"""Italian."""

from throughline.domain.mail.intents.words import Words

WORDS = Words(
    hello="""ciao, salve, buongiorno, buon giorno, buonasera, buona sera, buon pomeriggio, ciao a tutti, buongiorno a
        tutti, gentile, gentili, gentile signora, gentile signore, gentili colleghi, cari, caro, cara, cari colleghi,
        cari tutti, egregio, spettabile, buondì, signora, signor""",
    bye="""cordiali saluti, distinti saluti, cordialmente, saluti, un saluto, un caro saluto, tanti saluti, a presto,
        buona giornata, buona serata, buon lavoro, buon weekend, buon fine settimana, un abbraccio, i migliori saluti,
        inviato da, inviato dal mio, cordialità""",
    filler="""sì, si, ne, ci, quello, ciò, ora, adesso, oggi, ieri, stamattina, stamane, questa mattina, stasera
        stessa, ieri sera, ieri pomeriggio, già, anche, qui, qua, da parte nostra, da noi, dalla nostra parte, per lei,
        per voi, tutto, tutti, finalmente, completamente, totalmente, del tutto, da oggi, da ieri, da stamattina,
        problema, il problema, questione, la questione, caso, il caso, faccenda, segnalazione, la segnalazione,
        pratica, stato, aggiornamento, punto, buone notizie, allora, dunque, quindi, così, bene, correttamente,
        immediatamente, subito, con successo, nel frattempo, nessun problema, senza problemi, non c'è problema, scusa,
        scusate, scusi, d'ora in poi, da adesso, vi, ti, mi, poco fa, di nulla, prego, il tutto, adesso sì, è tutto,
        messaggio, mail, email""",
    joins="e, ed, nonché, inoltre",
    at="in, nel, nella, nei, nelle, nello, sul, sulla, sui, su, al, alla, di, con, per",
    we="""noi, io, abbiamo, ho, l'abbiamo, l'ho, li abbiamo, le abbiamo, lo abbiamo, abbiamo già, ho già, il nostro
        team ha, la squadra ha, i colleghi hanno, il collega ha, la nostra squadra ha, abbiamo appena, ho appena,
        abbiam""",
    be="""è, é, sono, è stato, è stata, é stato, sono stati, sono state, e stato, e stata, è ora, è già, è già stato, è
        già stata, risulta, è adesso, è finalmente, è di nuovo, è stato anche""",
    was="era, erano, era solo, era soltanto, c'era, si trattava di, si trattava solo di, aveva, avevano",
    plain="nuovo, nuova, nuovi, nuove, due, tre, hanno, ha",
    the="""il, la, lo, i, gli, le, un, una, uno, l, il nostro, la nostra, i nostri, le nostre, il suo, la sua, il
        vostro, la vostra, questo, questa, questi, queste, quel, quella, quei, nostro, nostra, vostro, vostra, del,
        della, dei, ogni, tutti i, tutte le, al, alla""",
    thing="""etichetta, etichette, stampante, stampanti, scanner, lettore, lettori, scatola, scatole, cartone, cartoni,
        nastro, cassa, casse, prezzo, prezzi, pagina, sito, link, modulo, scaffale, scaffali, porta, porte, cassetto,
        luce, lampada, lampade, ascensore, carrello, carrelli, ordine, fattura, indirizzo, scheda, testo, refuso,
        errore, errori, guasto, difetto, cavo, sistema, schermo, cartello, descrizione, catalogo, lista, imballo,
        macchina, apparecchio, articolo, riscaldamento, bilancia, app, applicazione, negozio, modello, batteria, pila,
        rotolo, serratura, impostazione, codice, anomalia, foto, listino, pos, insegna, bug""",
    ended="""fatto, fatta, fatti, fatte, completato, completata, concluso, conclusa, terminato, terminata, finito,
        finita, chiuso, chiusa, evaso, evasa, tutto fatto, caso chiuso, provveduto, sistemato, sistemata, sistemati,
        sistemate, regolarizzato""",
    done="""risolto, risolta, risolti, risolte, riparato, riparata, riparati, riparate, aggiustato, aggiustata,
        aggiustati, corretto, corretta, corretti, corrette, rettificato, ripristinato, ripristinata, a posto, tutto a
        posto, è tutto a posto, apposto, tutto apposto, in ordine, tutto in ordine, abbiamo provveduto, rimediato,
        tutto ok adesso, problema risolto, sanato, sanata""",
    did="""cambiato, cambiata, cambiati, cambiate, sostituito, sostituita, sostituiti, sostituite, modificato,
        modificata, modificati, aggiornato, aggiornata, aggiornati, regolato, regolata, ristampato, ristampata,
        ristampate, rimosso, rimossa, tolto, tolta, pulito, pulita, reinstallato, adattato, rinnovato, rimborsato,
        aggiunto, aggiunta, spostato, rinforzato, stretto, riavviato, rifornito, installato, installata, montato,
        montata, rifatto, rifatta, collegato, scambiato""",
    works="""funziona di nuovo, funziona ora, ora funziona, adesso funziona, funziona adesso, funzionano di nuovo, è
        tornato a funzionare, è tornata a funzionare, ha ripreso a funzionare, torna a funzionare, va di nuovo, adesso
        va, di nuovo operativo, è di nuovo in funzione, di nuovo in funzione, stampa di nuovo""",
    means="(cambiando|sostituendo|aggiungendo|usando|regolando|pulendo|riavviando|modificando)",
    since="da, dal, dalla, scorso, scorsa, dallo",
    got="""ricevuto, ricevuta, messaggio ricevuto, mail ricevuta, abbiamo ricevuto (il messaggio|la segnalazione|la
        mail|il suo messaggio|la sua segnalazione), ho ricevuto (il messaggio|la segnalazione|la mail), abbiamo
        ricevuto, l'abbiamo ricevuto, capito, ho capito, abbiamo capito, compreso, inteso, annotato, preso nota, prendo
        nota, prendiamo nota, ne prendiamo nota, preso in carico, presa in carico, prendiamo in carico, prendo in
        carico, lo prendiamo in carico, lo prendo in carico, la prendiamo in carico, ce ne occupiamo, me ne occupo, ce
        ne occupiamo noi, me ne occupo io, ce ne occuperemo, me ne occuperò, ci pensiamo noi, ci pensiamo, ci penso io,
        ci penso, ci guardiamo, ci guardo, lo guardo, la guardo, lo guardiamo, guardiamo, do un'occhiata, diamo
        un'occhiata, verifichiamo, verifico, lo verifico, lo verifichiamo, la verifichiamo, controlliamo, controllo, lo
        controllo, lo controlliamo, stiamo verificando, sto verificando, stiamo controllando, sto controllando, stiamo
        guardando, la stiamo (esaminando|verificando|valutando|analizzando), lo stiamo (esaminando|verificando|
        valutando|analizzando|guardando), stiamo esaminando, stiamo analizzando, stiamo indagando, indaghiamo, indago,
        ci lavoriamo, ci stiamo lavorando, ci sto lavorando, ci lavoro, ci siamo sopra, ci sono sopra, ci siamo, in
        lavorazione, è in lavorazione, in corso di verifica, in corso, facciamo noi, faccio io, lo faccio io, lasciate
        fare a noi, lascia fare a me, vediamo, vedo, lo vediamo, lo vedo, adesso vedo, vedo subito, mi informo, ci
        informiamo, mi attivo, ci attiviamo, mi attivo subito, ci attiviamo subito, vi facciamo sapere, ti faccio
        sapere, vi faccio sapere, ti dico, vi diciamo, vi aggiorniamo, ti aggiorno, vi aggiorno, torniamo da voi, presa
        visione, preso atto, prendiamo atto, ne prendo atto, siamo al corrente, siamo informati, è arrivato, è
        arrivata, messaggio arrivato, roger, procedo a verificare, provvediamo a verificare""",
    okay="""ok, okay, va bene, d'accordo, si va bene, bene così, perfetto ok, certo ok, intesi, ci sta, vabbè ok,
        daccordo, okey, oki, affermativo""",
    surely="certo, certamente, sicuro, sicuramente, naturalmente, ovviamente, ovvio, come no, eccome",
    thanks="""grazie, grazie mille, molte grazie, tante grazie, grazie tante, mille grazie, grazie infinite, grazie
        davvero, grazie di cuore, vi ringrazio, ti ringrazio, la ringrazio, vi ringraziamo, la ringraziamo,
        ringraziamo, ringrazio, un grazie, grazie a tutti, grazie a voi, grz, sentiti ringraziamenti""",
    praise="""che bello, che bel messaggio, che belle parole, belle parole, bellissimo, bellissime parole, fantastico,
        meraviglioso, splendido, ottimo, perfetto, eccellente, ci fa piacere, ci fa molto piacere, mi fa piacere, fa
        piacere, siamo contenti, siamo felici, siamo lieti, che gentile, molto gentile, gentilissimo, gentilissimi,
        gentili parole, complimenti ricevuti, un piacere, è un piacere, lo riferisco alla squadra, la squadra sarà
        felice, che carino, che gioia""",
    courtesy="""per qualsiasi cosa, per qualunque cosa, qualsiasi cosa, se serve, se serve altro, se avete bisogno, se
        ha bisogno, se hai bisogno, se c'è altro, fatemi sapere, fammi sapere, fateci sapere, mi faccia sapere, ci
        faccia sapere, non esitate a, non esiti a, non esitare a, a disposizione, restiamo a disposizione, resto a
        disposizione, siamo a disposizione, sono a disposizione, per dubbi, per domande, in caso di dubbi, non
        succederà più, non si ripeterà, non capiterà più, non accadrà più, scusate per, scusi per, scusa per, scusate
        il, scusi il, ci scusiamo, mi scuso, ci dispiace per, mi dispiace per, vi preghiamo di scusarci""",
    please="""per favore, per cortesia, per piacere, si prega, prego di, pregasi, vi prego, la prego, cortesemente,
        gentilmente""",
    person="""lei, lui, loro, voi, tu, cliente, clienti, il cliente, la cliente, i clienti, qualcuno, tecnico, il
        tecnico, capo, fornitore, il fornitore, collega""",
    no="""non, no, niente, nulla, mai, nessuno, nessuna, nessun, né, senza, neanche, nemmeno, neppure, impossibile,
        purtroppo, macché, irrisolto, rifiutiamo, rifiutato, sbagliato, sbagliata, male, incompleto, appena
        sufficiente""",
    later="""sarà, saranno, sarebbe, sia, siano, essere, verrà, verranno, viene, vengono, va risolto, va sistemato, va
        corretto, va riparato, va fatto, vanno, domani, dopodomani, presto, a breve, poi, dopo, più tardi, prossimo,
        prossima, prossimamente, deve, devono, dobbiamo, dovrà, bisogna, bisognerà, occorre, serve che, da fare, da
        risolvere, da sistemare, da correggere, da riparare, in sospeso, resta, restano, rimane, previsto, prevista,
        pianificato, programmato, speriamo, spero, speranza, aspettiamo, aspetto, aspettare, attesa, in attesa,
        attendiamo, risolvere, risolviamo, sistemare, sistemiamo, lo sistemiamo, lo risolviamo, lo ripariamo, riparare,
        ripariamo, correggere, correggiamo, fare, finire, risolverà, risolveremo, sistemeremo, sistematelo, sistemalo,
        risolvetelo, correggete, quando, appena, non appena, una volta, prima, prima che, finché, magari, voglio,
        vogliamo, vorrei, vorremmo, vorremo, può, possono, possiamo, potrebbe, potremo, promesso, urgente, urgenza, al
        più presto, quanto prima, il prima possibile, entro, arriva, arriverà, cominciare, iniziamo, faremo, farò, tra
        poco, fra poco, tra un, fra un, stasera, imminente""",
    doubt="""se, che, qualora, nel caso, purché, a patto, a condizione, forse, può darsi, probabilmente, possibilmente,
        presumibilmente, eventualmente, credo, crede, crediamo, credono, penso, pensa, pensiamo, pensano, suppongo,
        supponiamo, presumo, immagino, sembra, sembrano, sembrerebbe, pare, parrebbe, a quanto pare, apparentemente, in
        teoria, teoricamente, in linea di massima, sulla carta, dovrebbe, dovrebbero, avrebbe, avrebbero, avesse,
        fosse, fossero, dubito, dubbio, mezzo, mezza, metà, a metà, parzialmente, in parte, parte, quasi, praticamente,
        più o meno, solo, soltanto, solamente, uno di, una di, uno dei, uno su, due su, due di, alcuni, alcune, tranne,
        eccetto, salvo, a parte, ad eccezione, escluso, per ora, per adesso, per il momento, al momento,
        provvisoriamente, provvisorio, temporaneamente, temporaneo, abbiamo provato, ho provato, provare, proviamo,
        tentato, tentativo, cercato, l'anno scorso, anno scorso, il mese scorso, mese scorso, l'altra volta, un anno
        fa, mesi fa, anni fa, avevamo, avevo, altro, altra, altri, altre, un altro, un'altra, diverso, diversa, mio,
        mia, miei, mie, bici, bicicletta, auto, pranzo, cena, caffè, riunione, appuntamento, ferie, vacanza, casa,
        cucina, giardino, matrimonio, stipendio, contratto, turno, prezzo fisso, tasse, come, dice, dicono, dicevano,
        detto, disse, secondo, afferma, affermano, sostiene, sostengono, scrive, scritto, racconta, raccontano,
        sentito, riferisce, segnato, segnata, contrassegnato, ancora, tuttora, rompe, rompono, si rompe, è tornato,
        tornato, ritornato, di nuovo rotto, riecco, primo, seconda, vecchio, vecchia, quello vecchio, mancano, per
        errore, per sbaglio, troppo, o, oppure, di fatto, il fatto, un fatto, fatto sta, fatto è, fatto che, fatto a
        mano, fatti vostri, infatti, in fatti, reclamo, lamentela, peggio, meglio, scontento, arrabbiato, per cento,
        suggerisco, propongo, proposta, domanda, dove, perché, due volte, più volte, mentre, rinviato, annullato,
        sospeso, rattoppato, ben fatto, dettofatto, piuttosto, alla buona, incrociamo le dita, dita incrociate,
        tocchiamo ferro, salvo imprevisti, assicura, assicurano, giura, conferma, promette, almeno, pensavo, pensavamo,
        credevo, fatto salvo, siamo chiusi""",
    trouble="rotto, rotta, danneggiato, danneggiata, guasta, manca",
    irony="""sì sì, si si, sì certo, sì come no, certo certo, un corno, col cavolo, figurati, figuriamoci, come sempre,
        come al solito, come ogni volta, come l'ultima volta, ahah, haha, hahaha, ahahah, lol, grazie di niente, grazie
        al cavolo, miracolo, complimenti, bravi, che sorpresa, ma dai, ma va, seh, sisi, congratulazioni, buonanotte,
        stiamo freschi""",
    contrast="ma, però, tuttavia, eppure, invece, bensì, mentre, anche se, sebbene, nonostante, benché, peccato",
    ask="""quale, quali, qual, quando è, quando era, che ordine, che negozio, che articolo, chi, dov'è, dove era,
        quanto, quanti, quante, com'è, perché non, avete, hai, ha una, ha un, potete, può, puoi, potreste, potrebbe,
        sapete, sa se, sai, di quale, in quale, a quale, di che, da quale, per quale, c'è qualche, è per, cosa, che
        cosa, è possibile""",
    not_ours="""non (è nostro|è nostra|è roba nostra|è compito nostro|è per noi|è da noi|è di nostra competenza|è
        nostra competenza|è il nostro settore|è il nostro reparto|è il nostro campo|è il nostro lavoro|è la nostra
        area|è la nostra sezione|è cosa nostra|è affar nostro|ci compete|ci riguarda|siamo noi|siamo competenti|siamo
        responsabili|siamo i responsabili|spetta a noi|tocca a noi|ce ne occupiamo noi|ce ne
        occupiamo|c'entriamo|dipende da noi|lo gestiamo noi), ufficio sbagliato, reparto sbagliato, destinatario
        sbagliato, indirizzo sbagliato, settore sbagliato, niente a che fare con noi, noi non c'entriamo""",
    belongs="""(questo |)(spetta|compete|tocca|appartiene) (a|al|alla|ai|alle|all), (questo |)è (per|per il|per la|per
        i|del|della|dei|delle|dell|di competenza del|di competenza della|di competenza dei|compito del|compito
        della|compito dei|cosa della|cosa del|roba della|roba del|una questione per), è di competenza
        (del|della|dei|dell|di), riguarda (il|la|i|l|), dipende (da|dal|dalla), se ne occupa, se ne occupano, se ne
        occupa il, se ne occupa la, ci pensa, ci pensano, deve andare (al|alla|ai), va alla, va al, va ai, bensì
        (del|della|dei), è compito (del|della|dei|dell)""",
    ask_them="""(chiedete|chiedere|chieda|chiedi) (a|al|alla|ai|alle|all|in), (inoltrate|inoltrare|inoltri|inoltra|
        girate|girare|da girare|giri|gira|giratelo|giratela|inviate|inviare|invii|invia|mandate|mandare|mandatelo|
        mandi|passate|passare|passatelo|passi|trasferite|trasferire|trasmettete|trasmettere|rivolgetevi|rivolgersi|si
        rivolga|rivolgiti|da inoltrare|reindirizzate|assegnate|assegnare|riassegnare) (il messaggio |questo |lo |)
        (a|al|alla|ai|alle|all), contattate, contattare, contatti, contatta, sentite, sentire, senta, provate con,
        provi con, parlate con, parlare con, parli con, verificate con, meglio chiedere (a|al|alla)""",
    theirs="""se ne occupa, se ne occupano, è responsabile, è competente, sono responsabili, ci pensa, lo gestisce,
        gestisce questo, gestisce queste cose, è il responsabile""",
    more_time="""più tempo, un po' più di tempo, ancora tempo, ancora un po' di tempo, altro tempo, ulteriore tempo, di
        più tempo, tempo fino, bisogno di tempo, una proroga, proroga, prorogare, rinvio, una dilazione, allungare i
        tempi, qualche giorno in più, qualche altro giorno, ancora qualche giorno, estensione, tempo ulteriore, più
        tempo fino""",
    need="""ci serve, ci servono, mi serve, mi servono, ci servirebbe, ci servirebbero, abbiamo bisogno di, ho bisogno
        di, abbiamo bisogno, ci occorre, ci occorrono, dateci, datemi, dacci, ci dia, possiamo avere, potremmo avere,
        possiamo arrivare, ci date, ci potete dare, potete darci, potreste darci, ci vorranno, ci vorrà, ci vogliono,
        ci vuole, ci vorrebbero, concedeteci, richiederà, chiediamo, chiedo, richiediamo""",
    until="fino a, fino al, fino alla, fino, entro, entro il, entro la, per il, sino a, sino al, fino alla fine",
    number="""due, tre, quattro, cinque, sei, sette, otto, nove, dieci, quindici, altre due, altri due, altri tre,
        altre tre, altri, un paio di, qualche, ancora una, ancora un, un'altra""",
    span="giorno, giorni, settimana, settimane, mese, mesi, giorni lavorativi, ore, altra settimana, altro mese",
    day="""lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, gennaio, febbraio, marzo, aprile, maggio,
        giugno, luglio, agosto, settembre, ottobre, novembre, dicembre, fine, fine mese, fine settimana, fine del mese,
        natale, pasqua, anno""",
)
