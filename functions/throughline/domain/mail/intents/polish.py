"""Polish."""

from throughline.domain.mail.intents.words import Words

WORDS = Words(
    hello="""dzień dobry, dobry wieczór, witam, witam serdecznie, cześć, hej, siema, szanowni państwo, szanowny panie,
        szanowna pani, drodzy, drogi, droga, witajcie, dobry, pani, panie, panowie, dzień dobry państwu, hejka, cześć
        wszystkim""",
    bye="""pozdrawiam, pozdrawiam serdecznie, pozdrowienia, serdecznie pozdrawiam, z poważaniem, z wyrazami szacunku,
        łączę pozdrowienia, pozdr, pzdr, miłego dnia, dobrego dnia, miłego weekendu, do usłyszenia, do zobaczenia,
        wysłano z, serdeczne pozdrowienia, miłego popołudnia""",
    filler="""tak, to, ten, ta, te, tego, już, teraz, obecnie, dziś, dzisiaj, wczoraj, dziś rano, dzisiaj rano, rano,
        przed chwilą, też, także, również, tutaj, tu, u nas, z naszej strony, po naszej stronie, dla państwa, dla pana,
        dla pani, wszystko, nareszcie, wreszcie, w końcu, całkowicie, w pełni, zupełnie, kompletnie, od dziś, od
        dzisiaj, od wczoraj, problem, sprawa, temat, zgłoszenie, status, aktualizacja, dobre wieści, więc, zatem, tak
        więc, właśnie, od razu, natychmiast, pomyślnie, skutecznie, w międzyczasie, nie ma problemu, bez problemu, bez
        problemów, żaden problem, przepraszam, przepraszamy, od teraz, ci, wam, państwu, nam, mi, się, nią, nim, za to,
        informuję, informuję że, tam, krótko, już nie, sprawę, problem już, zgłoszony problem, wiadomość, mail, maila,
        wiadomości""",
    joins="i, oraz, a także, jak również",
    at="w, na, we, przy, z, ze, dla",
    we="my, ja, nasz zespół, zespół, kolega, koledzy, nasza ekipa, nasi technicy, udało nam się, udało się, mamy",
    becomes="""jest, są, został, została, zostało, zostały, zostali, jest już, są już, został już, została już, zostało
        już, jest teraz, już jest, już są, już został, został dziś, została dziś, jest znowu""",
    was="był, była, było, były, to był, to była, to było, to był tylko, to była tylko, to było tylko, chodziło o",
    plain="po, pod, nad, przed, między, nowy, nowa, nowe, nową, większe, jako, a, u, o",
    the="""ten, ta, to, te, ci, tę, tą, tego, tej, nasz, nasza, nasze, naszą, twój, twoja, twoje, państwa, wasz, wasza,
        wasze, każdy, każda, wszystkie, oba, obie, zgłoszony, zgłoszona""",
    thing="""etykieta, etykiety, etykietę, etykietkę, etykiet, drukarka, drukarki, drukarkę, skaner, skanery, czytnik,
        czytniki, pudełko, pudełka, pudło, karton, kartony, taśma, taśmę, taśmy, kasa, kasę, kasy, cena, cenę, ceny,
        metka, metkę, strona, stronę, strony, stronie, sklepie, cenniku, systemie, aplikacji, link, linki, formularz,
        półka, półkę, półki, drzwi, szuflada, szufladę, światło, lampa, lampę, lampy, winda, windę, wózek, wózki,
        zamówienie, faktura, fakturę, adres, wpis, karta, kartę, tekst, literówka, literówkę, błąd, błędy, usterka,
        usterkę, awaria, awarię, wada, wadę, kabel, system, ekran, wyświetlacz, tablica, opis, opisy, katalog, lista,
        listę, opakowanie, opakowania, maszyna, maszynę, urządzenie, artykuł, ogrzewanie, waga, wagę, aplikacja,
        aplikację, sklep, szablon, bateria, baterię, rolka, rolkę, zamek, ustawienie, ustawienia, kod, zdjęcie, plakat,
        terminal, godziny, godzin""",
    ended="""zrobione, zrobiony, zrobiona, gotowe, gotowy, gotowa, zakończone, zakończony, zakończona, zakończono,
        ukończone, wykonane, wykonany, wykonano, zamknięte, zamknięta, zamknięty, zrobiliśmy, zrobiłem, zrobiłam, z
        głowy, po sprawie, odhaczone, zrobione już, ok już, załatwione, załatwiony, załatwiona, załatwiono,
        załatwiliśmy, załatwiłem, załatwiłam, ogarnięte, uporządkowane""",
    done="""naprawione, naprawiony, naprawiona, naprawiono, rozwiązane, rozwiązany, rozwiązana, rozwiązano, poprawione,
        poprawiony, poprawiona, poprawiono, usunięte, usunięty, usunięta, usunięto, skorygowane, skorygowano, naprawić
        udało, w porządku, już w porządku, wszystko w porządku, wyeliminowano, ogarnąłem, ogarnęliśmy, (już |
        )(naprawiliśmy|naprawiłem|naprawiłam|rozwiązaliśmy|poprawiliśmy|poprawiłem|poprawiłam) to, już (naprawiliśmy|
        naprawiłem|naprawiłam|rozwiązaliśmy|poprawiliśmy|poprawiłem|poprawiłam|usunęliśmy), naprawiliśmy już""",
    did="""wymieniliśmy, wymieniłem, wymieniłam, wymienione, wymieniony, wymieniona, wymieniono, zmieniliśmy,
        zmieniłem, zmieniłam, zmienione, zmieniony, zmieniona, zmieniono, zaktualizowane, zaktualizowaliśmy,
        zaktualizowano, zaktualizowany, dostosowane, dostosowaliśmy, wyregulowano, wydrukowaliśmy, przedrukowane,
        wyczyściliśmy, wyczyszczone, zainstalowaliśmy, zainstalowano, zainstalowany, zwróciliśmy, dodaliśmy, dodano,
        dodane, przenieśliśmy, przeniesione, wzmocniliśmy, wzmocnione, zrestartowaliśmy, uzupełniliśmy, uzupełnione,
        ustawiliśmy, zamontowaliśmy, zamontowano, założyliśmy, podmieniliśmy, podmienione, naprawiliśmy, naprawiłem,
        naprawiłam, rozwiązaliśmy, rozwiązałem, rozwiązałam, poprawiliśmy, poprawiłem, poprawiłam, usunęliśmy,
        usunąłem, usunęłam, skorygowaliśmy""",
    works="""działa znowu, znowu działa, już działa, znów działa, działa już, działa teraz, teraz działa, działają już,
        znowu działają, już działają, ponownie działa, działa ponownie, drukuje znowu, znowu drukuje, uruchomiony
        ponownie, z powrotem działa, już jest sprawna""",
    means="poprzez, przez wymianę",
    since="od, z zeszłego, od zeszłego, od ostatniego, ubiegły, zeszły",
    got="""przyjęte, przyjęto, przyjąłem, przyjęłam, przyjęliśmy, przyjęliśmy zgłoszenie, otrzymałem, otrzymałam,
        otrzymaliśmy, otrzymaliśmy wiadomość, otrzymaliśmy zgłoszenie, otrzymano, odebrałem, odebrane, dotarło, doszło,
        wiadomość dotarła, mam to, mamy to, mam, rozumiem, rozumiemy, zrozumiałem, zrozumiałam, zrozumiano, jasne
        zajmę, zanotowane, zanotowałem, zanotowaliśmy, odnotowane, odnotowano, odnotowaliśmy, zapisane, sprawdzimy,
        sprawdzę, sprawdzam, sprawdzamy, sprawdzimy to, sprawdzę to, sprawdzam to, sprawdzamy to, zajmiemy się tym,
        zajmę się tym, zajmuję się tym, zajmujemy się tym, już się tym zajmuję, już się tym zajmujemy, już się zajmuję,
        zajmujemy się, zajmę się, zajmiemy się, zajmiemy się sprawą, zajmę się sprawą, tym się zajmuję, tym się
        zajmiemy, przyjrzymy się, przyjrzę się, przyjrzymy się temu, przyjrzę się temu, przyglądamy się, przyglądamy
        się temu, pracujemy nad tym, pracuję nad tym, pracujemy, działamy, działam, już działamy, działamy w temacie,
        analizujemy, analizuję, analizujemy sprawę, badamy sprawę, badamy, wyjaśniamy, wyjaśniamy sprawę, wyjaśnimy,
        wyjaśnimy to, w trakcie, jest w trakcie, w realizacji, w toku, jesteśmy w trakcie, bierzemy to, biorę to,
        bierzemy się, biorę się za to, bierzemy się za to, wezmę to, biorę to na siebie, bierzemy to na siebie,
        przejmuję, przejmujemy, przejmuję temat, przejmujemy temat, wracamy z informacją, wrócimy z informacją, wrócę z
        informacją, dam znać, damy znać, odezwę się, odezwiemy się, potwierdzam odbiór, potwierdzamy odbiór,
        potwierdzam otrzymanie, wiemy o tym, wiem o tym, mamy na liście, mam na liście, zerknę, zerkniemy, zobaczymy co
        da się, popatrzę, popatrzymy, rzucę okiem, rzucimy okiem, robi się, się robi, proszę to zostawić nam, zostaw to
        mnie, weryfikujemy, zweryfikujemy, zweryfikuję, przyjęte do wiadomości, ogarniam, ogarniamy, ogarnę temat,
        otrzymana, wiadomość otrzymana, odebrana, odebrany""",
    okay="""ok, okej, dobrze, dobra, jasne, spoko, w porzo, zgoda, pewnie, git, oki, okey, super ok, zgadza się, no
        dobra, w porządku ok, luz, sure, jasna sprawa""",
    surely="oczywiście, naturalnie, rzecz jasna, no jasne, no pewnie, z pewnością",
    thanks="""dziękuję, dziękujemy, dzięki, dziękuję bardzo, bardzo dziękuję, bardzo dziękujemy, dziękujemy bardzo,
        wielkie dzięki, dzięki wielkie, serdecznie dziękuję, serdecznie dziękujemy, dziękuję serdecznie, dziękuję
        pięknie, dzięks, podziękowania, z góry dziękuję, dziena, dziekuwa, ślicznie dziękuję""",
    praise="""super, świetnie, wspaniale, cudownie, fantastycznie, rewelacja, miło, bardzo miło, bardzo nam miło, miło
        nam, miło mi, jak miło, cieszymy się, bardzo się cieszymy, cieszę się, bardzo się cieszę, miłe słowa, jakie
        miłe słowa, piękne słowa, doskonale, idealnie, przekażę zespołowi, przekażemy zespołowi, zespół się ucieszy,
        nie ma za co, cała przyjemność, polecamy się""",
    courtesy="""w razie pytań, w razie czego, w razie potrzeby, w razie problemów, gdyby coś, jakby co, jeśli coś
        jeszcze, jeśli będą pytania, jeśli są pytania, proszę o kontakt, proszę dać znać, proszę pisać, prosimy o
        kontakt, dajcie znać, daj znać, pozostajemy do dyspozycji, jestem do dyspozycji, do dyspozycji, jesteśmy do
        dyspozycji, nie powtórzy się, się nie powtórzy, to się nie powtórzy, już się nie powtórzy, więcej się nie
        powtórzy, przepraszamy za, przepraszam za, nie wahaj się, proszę się nie wahać""",
    please="proszę, prosimy, poproszę, uprzejmie proszę, prośba",
    person="""pan, klient, klientka, klienci, klienta, klientowi, ktoś, technik, szef, kierownik, dostawca, on, ona,
        oni, kurier, kolega mówi""",
    no="""nie, nic, nigdy, nikt, żaden, żadna, żadne, ani, bez, niestety, niemożliwe, brak, nierozwiązane,
        niezałatwione, nienaprawione, odmawiamy, odrzucone, odrzucono, źle, błędnie, niekompletne, niedokończone,
        nieprawda, skądże, nieprawdziwe""",
    later="""będzie, będą, będę, będziemy, zostanie, zostaną, byłoby, być, jutro, pojutrze, wkrótce, niedługo,
        niebawem, później, potem, następny, następnym, przyszły, przyszłym, powinno, powinny, powinien, powinna, musi,
        muszą, musimy, trzeba, należy, do zrobienia, do naprawy, do poprawy, do załatwienia, do rozwiązania, pozostaje,
        zostało do, zaplanowane, planujemy, planowane, czekamy, czekam, czeka, oczekujemy, oczekuję, naprawić, zrobić,
        załatwić, rozwiązać, poprawić, usunąć, naprawimy, naprawię, zrobimy, zrobię, załatwimy, załatwię, rozwiążemy,
        rozwiążę, poprawimy, poprawię, usuniemy, naprawcie, zróbcie, załatwcie, gdy, kiedy, jak tylko, skoro, zanim, po
        tym jak, aż, oby, mam nadzieję, mamy nadzieję, chcę, chcemy, chciałbym, chciałabym, chcielibyśmy, może być,
        mogą, możemy, mógłby, mogłoby, obiecane, obiecali, pilne, pilnie, jak najszybciej, niezwłocznie, zacząć,
        zaczniemy, zaczynamy, jeszcze dziś, przyjdzie, w ciągu, za tydzień, za miesiąc, za chwilę, wieczorem, lada
        dzień, zaraz""",
    doubt="""że, iż, jeśli, jeżeli, jak, gdyby, o ile, pod warunkiem, w przypadku, może, być może, możliwe, możliwe że,
        prawdopodobnie, pewnie już, chyba, raczej, przypuszczam, przypuszczalnie, podejrzewam, zakładam, myślałem,
        myślałam, sądziłem, właściwie, myślę, myśli, myślimy, sądzę, sądzi, uważam, uważa, wydaje, zdaje się, wygląda,
        podobno, ponoć, rzekomo, najwyraźniej, ponoc, teoretycznie, w teorii, w zasadzie, na papierze, wątpię,
        wątpliwości, pół, połowa, połowie, w połowie, połowę, częściowo, po części, część, prawie, niemal, praktycznie,
        mniej więcej, jako tako, tylko, jedynie, jedno z, jeden z, jedna z, jedno z dwóch, oprócz, poza, z wyjątkiem,
        wyjąwszy, na razie, tymczasowo, chwilowo, prowizorycznie, prowizorka, próbowaliśmy, próbowałem, próbowałam,
        próbujemy, próba, staraliśmy, rok temu, w zeszłym roku, w zeszłym miesiącu, zeszłego roku, ostatnio, wcześniej,
        dawniej, kiedyś, lata temu, poprzednio, drugi raz, inny, inna, inne, inną, innego, innym, gdzie indziej, mój,
        moja, moje, moją, mojego, rower, samochód, auto, obiad, kawa, kawę, ekspres, spotkanie, urlop, urlopie, zmiana,
        zmianę, dom, kuchnia, ogród, podatek, ślub, pensja, umowa, stała cena, stała, jak to, mówi, mówią, mówił,
        twierdzi, twierdzą, powiedział, powiedziała, według, zdaniem, pisze, napisał, napisała, słyszałem, słyszałam,
        donosi, zgłasza, oznaczone, oznaczono, oznaczony, wpisane jako, jeszcze, nadal, wciąż, ciągle, pęka, psuje,
        zepsuło, nie działa, wróciło, wrócił, wraca, ponownie zepsute, najpierw, pierwsza, pierwszy, druga, drugi,
        stary, stara, nowy nie, przez pomyłkę, pomyłka, pomyłkowo, omyłkowo, za wcześnie, albo, lub, bądź, skarga,
        skarży, gorzej, lepiej, niezadowolony, zły, procent, sugeruję, proponuję, propozycja, dlaczego, gdzie, pytanie,
        dwa razy, kilka razy, podczas, odłożone, przełożone, anulowane, rozwiązanie, miało, miał być, była kiedyś,
        gotowy na, gotowi na, odpukać, trzymajmy kciuki, z zastrzeżeniem, zapewnia, zapewniają, przysięga, potwierdza,
        obiecuje, przynajmniej, co najmniej, z grubsza""",
    trouble="zepsute, zepsuty, zepsuta, uszkodzona, uszkodzony, uszkodzone, brakuje",
    irony="""tak tak, no tak, akurat, jasne jasne, już to widzę, jak zawsze, jak zwykle, jak ostatnio, jak za każdym
        razem, haha, hahaha, lol, tak zwane, tak zwany, dzięki za nic, cud, gratulacje, brawo, wolne żarty, żart,
        chciałbyś, pobożne życzenia, po raz setny, znowu to samo, kolejny raz, po raz kolejny, ta jasne, ta pewnie,
        aha, taa, szok""",
    contrast="ale, jednak, lecz, natomiast, choć, chociaż, aczkolwiek, mimo, jednakże, tyle że, tyle tylko, niemniej",
    ask="""czy, który, która, które, którego, której, jaki, jaka, jakie, co, kto, kogo, komu, czyj, kiedy to, kiedy
        było, kiedy była, gdzie jest, gdzie to, gdzie było, ile, jak długo, jak to się, z którego, w którym, w której,
        z jakiego, którym, czemu, możecie, możesz, może pan, może pani, macie, masz""",
    not_ours="""nie (nasze|nasz|nasza|do nas|dla nas|u nas|moje|nasz dział|nasza działka|nasza sprawa|nasz temat|nasza
        odpowiedzialność|nasze zadanie|nasza rola|nasza broszka|należy do nas|dotyczy nas|my|my się tym zajmujemy|jest
        nasze|jest nasza|jest nasz|zajmujemy się tym|zajmujemy się takimi|nasz zakres|w naszym zakresie|leży w naszym
        zakresie|leży po naszej stronie|odpowiadamy za to|jesteśmy odpowiedzialni), zły dział, niewłaściwy dział, zły
        adresat, zły adres, niewłaściwy adresat, pomyłka adresata, tym się nie zajmujemy, my się tym nie zajmujemy, nie
        nasz zespół, nie mamy z tym nic wspólnego""",
    belongs="""należy do, jest dla, to sprawa dla, to sprawa, sprawa dla, to temat dla, to zadanie dla, to działka, to
        dział, to odpowiedzialność, dotyczy, podlega pod, leży po stronie, leży w gestii, powinno trafić do, powinno
        iść do, to do, to raczej, to pytanie do, w gestii, to kwestia, tylko""",
    ask_them="""zapytać, zapytajcie, zapytaj, pytajcie, spytać, spytajcie, spytaj, (przekazać|przekażcie|przekaż|
        przesłać|prześlijcie|prześlij|wysłać|wyślijcie|skierować|skierujcie|skieruj|kierować|odesłać|przepisać|
        przypisać|oddać) (to |sprawę |zgłoszenie |wiadomość |) (do|dla), kontaktować się z, skontaktować się z,
        skontaktujcie się z, proszę o kontakt z, zwrócić się do, zwróćcie się do, udać się do, lepiej do, spróbujcie w,
        spróbować w""",
    theirs="""się tym zajmuje, zajmuje się tym, zajmują się tym, odpowiada za to, odpowiadają za to, jest
        odpowiedzialny, jest odpowiedzialna, to robi, to załatwia, tym się zajmuje, jest właściwy, jest właściwa, tym
        zarządza, obsługuje to""",
    more_time="""więcej czasu, trochę więcej czasu, potrzebujemy czasu, potrzebuję czasu, jeszcze czasu, trochę czasu,
        dodatkowy czas, dodatkowego czasu, przedłużenie, przedłużenie terminu, o przedłużenie, wydłużenie terminu,
        przesunięcie terminu, przesunąć termin, przedłużyć, przedłużyć termin, odroczenie, dostać czas, prosimy o czas,
        czas do, czasu do, kilka dni więcej, jeszcze kilka dni, jeszcze parę dni""",
    need="""potrzebujemy, potrzebuję, potrzebujemy jeszcze, potrzebuję jeszcze, dajcie nam, dajcie nam jeszcze, daj
        nam, daj nam jeszcze, dajcie mi, proszę dać nam, proszę nam dać, czy możemy, możemy dostać, czy możemy dostać,
        moglibyśmy dostać, czy moglibyśmy, to potrwa, potrwa, to potrwa jeszcze, potrwa jeszcze, zajmie nam, to zajmie,
        zajmie to, prosimy o, proszę o, to nam zajmie""",
    until="do, do końca, aż do, najpóźniej do, do dnia, do połowy, na",
    number="""dwa, dwie, trzy, cztery, pięć, sześć, siedem, osiem, dziewięć, dziesięć, czternaście, kilka, parę,
        jeszcze jeden, jeszcze dwa, kolejny, kolejne""",
    span="""dzień, dni, tydzień, tygodnie, tygodni, tygodnia, miesiąc, miesiące, miesięcy, miesiąca, dni robocze, dni
        roboczych""",
    day="""poniedziałek, wtorek, środa, czwartek, piątek, sobota, niedziela, poniedziałku, wtorku, środy, czwartku,
        piątku, soboty, niedzieli, środę, sobotę, niedzielę, jutra, stycznia, lutego, marca, kwietnia, maja, czerwca,
        lipca, sierpnia, września, października, listopada, grudnia, styczeń, luty, marzec, kwiecień, maj, czerwiec,
        lipiec, sierpień, wrzesień, październik, listopad, grudzień, końca, weekend, święta, święt, roku""",
)
