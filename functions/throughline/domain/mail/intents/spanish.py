"""Spanish."""

from throughline.domain.mail.intents.words import Words

WORDS = Words(
    hello="""hola, buenos días, buenas tardes, buenas noches, buenas, hola a todos, hola a todas, hola equipo,
        estimado, estimada, estimados, estimados compañeros, querido, querida, qué tal, hola qué tal, muy buenas, buen
        día, señor, señora, hola buenas""",
    bye="""un saludo, saludos, saludos cordiales, un cordial saludo, cordialmente, atentamente, atte, un abrazo,
        abrazos, muchos saludos, reciba un cordial saludo, buen fin de semana, que tenga un buen día, buen día a todos,
        hasta pronto, enviado desde mi, salu2, besos""",
    filler="""sí, si, lo, se, esto, eso, ya, ahora, hoy, ayer, esta mañana, esta tarde, anoche, esta noche pasada,
        también, aquí, ahí, por nuestra parte, de nuestra parte, por aquí, para usted, para ti, todo, todos, por fin,
        finalmente, completamente, totalmente, del todo, desde hoy, desde ayer, desde ahora, problema, el problema,
        tema, el tema, asunto, el asunto, caso, incidencia, la incidencia, estado, actualización, novedad, buenas
        noticias, pues, así, entonces, bien, correctamente, inmediatamente, enseguida, al momento, con éxito, mientras
        tanto, sin problema, sin problemas, no hay problema, ningún problema, no pasa nada, perdón, perdona, disculpe,
        disculpa, a partir de ahora, a partir de hoy, os, te, le, les, nos, me, por cierto, hace un rato, hace un
        momento, ya no falla, de nada, ninguna incidencia, todo esto, ello, mensaje, correo, aviso, mail""",
    joins="y, e, así como, además",
    at="en, en el, en la, en los, en las, sobre, de, con, para",
    we="""nosotros, hemos, he, lo hemos, la hemos, los hemos, las hemos, lo he, la he, ya hemos, ya he, ya lo hemos, ya
        la hemos, ya lo he, acabamos de, acabo de, nuestro equipo ha, el equipo ha, mi compañero ha, los compañeros
        han, se ha, se han, ya se ha, ya se han, yo""",
    be="""está, están, estan, ha sido, han sido, fue, fueron, queda, quedan, quedó, quedaron, ha quedado, han quedado,
        ya ha sido, ya queda, ya quedó, está ya, ahora está, es""",
    was="era, eran, era solo, era sólo, era solamente, estaba, estaban, había, se trataba de, resultó ser",
    plain="por, del, hasta ahora, nuevo, nueva, nuevos, nuevas, dos, tres, ha, han",
    the="""el, la, los, las, un, una, unos, unas, su, sus, nuestro, nuestra, nuestros, nuestras, vuestro, vuestra,
        este, esta, estos, estas, ese, esa, tu, tus, del, cada, todas las, todos los, al""",
    thing="""etiqueta, etiquetas, impresora, impresoras, escáner, lector, lectores, caja, cajas, cinta, precio,
        precios, página, web, enlace, enlaces, formulario, estante, estantería, puerta, puertas, cajón, luz, lámpara,
        lámparas, ascensor, carro, carrito, pedido, factura, dirección, ficha, texto, errata, error, errores, fallo,
        fallos, avería, cable, sistema, pantalla, cartel, descripción, catálogo, lista, embalaje, máquina, aparato,
        artículo, calefacción, báscula, aplicación, tienda, plantilla, batería, pila, rollo, cerradura, ajuste, código,
        desperfecto, tique, foto, fotos, cartón, cartones, equipo, datáfono""",
    ended="""hecho, hecha, hechos, hechas, ya está hecho, listo, lista ya, terminado, terminada, finalizado,
        finalizada, completado, completada, cerrado, cerrada, acabado, ya está, ya está listo""",
    done="""arreglado, arreglada, arreglados, arregladas, solucionado, solucionada, solucionados, solucionadas,
        resuelto, resuelta, resueltos, resueltas, reparado, reparada, reparados, reparadas, corregido, corregida,
        corregidos, corregidas, subsanado, subsanada, subsanados, zanjado, rectificado, ya lo arreglamos, lo
        resolvimos, ya lo reparé, ya lo arreglé, ya lo solucionamos, ya lo resolvimos, ya lo corregimos, asunto
        arreglado, asunto resuelto, todo en orden, en orden, todo arreglado, reparada ya, puesto en orden,
        restablecido, restablecida""",
    did="""cambiado, cambiada, cambiados, cambiadas, sustituido, sustituida, sustituidos, reemplazado, reemplazada,
        reemplazados, modificado, modificada, actualizado, actualizada, actualizados, ajustado, ajustada, reimpreso,
        reimpresa, reimpresas, retirado, retirada, quitado, limpiado, reinstalado, adaptado, renovado, reembolsado,
        devuelto el importe, añadido, añadida, movido, reforzado, apretado, reiniciado, repuesto, repuesta, rellenado,
        instalado, instalada, colocado, arreglamos, reparamos, corregimos, solucionamos, cambiamos, sustituimos,
        reemplazamos, actualizamos, ajustamos, repusimos, pusimos, montado, conectado""",
    works="""funciona ya, ya funciona, ya funcionan, vuelve a funcionar, vuelven a funcionar, funciona de nuevo,
        funciona otra vez, ya va, ya va bien, ya imprime, ya marcha, ya está operativo, ya está operativa, de nuevo en
        marcha, ya está en marcha, ya funciona bien, ya funciona correctamente, ahora funciona, ahora ya funciona, ya
        está funcionando""",
    means="(cambiando|sustituyendo|añadiendo|usando|reemplazando|ajustando|limpiando|reiniciando)",
    since="desde, desde el, desde la, pasado, pasada",
    got="""recibido, recibida, mensaje recibido, correo recibido, bien recibido, hemos recibido (su mensaje|tu
        mensaje|el mensaje|su correo|su aviso|el aviso), he recibido (su mensaje|tu mensaje|el mensaje|su correo), lo
        hemos recibido, lo he recibido, entendido, enterado, enterada, enterados, comprendido, anotado, anotada, tomo
        nota, tomamos nota, tomado nota, queda anotado, nos encargamos, me encargo, me encargo yo, nos encargamos
        nosotros, nos encargamos de ello, me encargo de ello, yo me encargo, nosotros nos encargamos, nos ocupamos, me
        ocupo, nos ocupamos de ello, me ocupo de ello, lo miramos, lo miro, lo vemos, lo veo, lo veré, lo veremos, lo
        revisamos, lo reviso, lo comprobamos, lo compruebo, lo estudiamos, lo investigamos, lo investigo, lo vamos a
        (mirar|revisar|ver|comprobar|estudiar), vamos a (mirarlo|revisarlo|verlo|comprobarlo|estudiarlo|ver|mirar|
        revisar), voy a (mirarlo|revisarlo|verlo|comprobarlo|ver|mirar|revisar), lo estamos (mirando|revisando|viendo|
        comprobando|estudiando|investigando|gestionando), estamos (mirándolo|revisándolo|viéndolo|en ello|con
        ello|trabajando en ello|comprobándolo), estoy (mirándolo|revisándolo|en ello|con ello|trabajando en ello),
        estamos en eso, estoy en eso, nos ponemos con ello, me pongo con ello, nos ponemos a ello, me pongo a ello, nos
        ponemos manos a la obra, manos a la obra, lo gestionamos, lo gestiono, lo tramitamos, lo tomamos, lo cogemos,
        lo asumimos, trabajando en ello, trabajamos en ello, en ello, está en curso, en proceso, en trámite, estamos al
        tanto, al tanto, quedo enterado, quedamos enterados, déjalo en mis manos, déjenlo en nuestras manos, déjamelo a
        mí, lo consulto, lo consultamos, te digo algo, le decimos algo, os decimos algo, te digo, ya te digo, os digo,
        nos hacemos cargo, me hago cargo, lo chequeo, lo checamos, lo checo, copiado, tenemos constancia, acuso recibo,
        acusamos recibo, revisando, investigando""",
    okay="""ok, okay, vale, de acuerdo, conforme, está bien, muy bien, bien, oído, dale, hecho vale, okey, estupendo
        vale, venga, correcto, oki, va""",
    surely="claro, por supuesto, desde luego, cómo no, naturalmente, seguro",
    thanks="""gracias, muchas gracias, muchísimas gracias, mil gracias, gracias por todo, gracias a ti, gracias a
        usted, gracias a vosotros, un millón de gracias, se agradece, te lo agradezco, lo agradecemos, le agradecemos,
        agradecidos, agradecido, agradecida, os agradecemos, les agradecemos, agradecemos, grax""",
    praise="""genial, estupendo, fantástico, maravilloso, qué bien, qué bonito, qué alegría, nos alegra, nos alegra
        mucho, me alegra, me alegro, nos alegramos, nos alegramos mucho, qué amable, muy amable, muy amables, amables
        palabras, bonitas palabras, perfecto, excelente, el equipo estará encantado, encantados, un placer, qué
        detalle, da gusto, da gusto leerlo""",
    courtesy="""cualquier cosa, para cualquier cosa, si necesita algo, si necesitas algo, si necesitan algo, si hay
        algo más, avísame, avísenos, avísanos, avisadnos, me avisas, nos avisas, nos avisan, no dude en, no dudes en,
        no duden en, quedamos a su disposición, quedo a su disposición, a su disposición, estamos a su disposición,
        para cualquier duda, si tiene dudas, si tenéis dudas, no volverá a pasar, no volverá a ocurrir, no volverá a
        suceder, no se repetirá, perdón por, perdonen, perdonad, disculpen las, disculpe las, disculpad, sentimos las,
        lamentamos, sentimos la""",
    please="por favor, favor de, favor, porfa, porfavor, se ruega, rogamos",
    person="""usted, ustedes, él, ella, ellos, cliente, clienta, clientes, el cliente, la clienta, los clientes,
        alguien, técnico, el técnico, jefe, proveedor, el proveedor, compañero, vosotros, tú""",
    no="""no, nada, nunca, jamás, nadie, ningún, ninguno, ninguna, ni, sin, tampoco, imposible, lamentablemente,
        desgraciadamente, apenas, negativo, rechazamos, rechazado, mal, incompleto, inacabado""",
    later="""será, serán, sería, estará, estarán, estaría, sea, ser, va a, van a, vamos a, voy a, mañana, pasado
        mañana, pronto, luego, después, más tarde, próximo, próxima, en breve, hay que, habrá que, debe, deben,
        debemos, tiene que, tienen que, tenemos que, por hacer, por resolver, por arreglar, por corregir, pendiente,
        pendientes, quedará, quedarán, previsto, prevista, planeado, programado, esperamos, espero, esperar, esperando,
        a la espera, arreglar, arreglarlo, solucionar, solucionarlo, resolver, resolverlo, reparar, corregir, hacer,
        hacerlo, terminar, arreglará, se arreglará, solucionará, resolverá, arreglaremos, solucionaremos, arreglen,
        arréglenlo, arregladlo, arréglalo, solucionen, soluciónenlo, cuando, en cuanto, una vez, antes, tan pronto,
        hasta que, ojalá, quiero, queremos, quisiera, quisiéramos, gustaría, puede, pueden, podemos, podría, podrían,
        poder, prometido, urgente, urge, cuanto antes, lo antes posible, de inmediato que, llegue, lleguen, empezar,
        empezamos, próximamente, necesita, necesitan, vez que, tendrá, tendremos, arreglamos mañana, ver si""",
    doubt="""que, si llega, si el, si la, si los, si las, si se, si no, si todo, si nos, si es, si fuera, en caso,
        siempre que, a condición, a lo mejor, quizá, quizás, tal vez, igual, posiblemente, probablemente, seguramente,
        supongo, suponemos, supuestamente, se supone, creo, cree, creemos, creen, pienso, piensa, pensamos, parece,
        parecen, al parecer, aparentemente, por lo visto, en teoría, teóricamente, en principio, sobre el papel,
        debería, deberían, habría, habrían, hubiera, hubiese, estuviera, esté, estén, dudo, duda, seguro que, medio,
        media, a medias, mitad, a la mitad, parcialmente, en parte, parte, casi, prácticamente, más o menos, cuasi,
        solo, sólo, solamente, únicamente, uno de, una de, dos de, algunos, algunas, menos, excepto, salvo, a
        excepción, aparte de, por ahora, de momento, por el momento, provisionalmente, provisional, temporalmente,
        temporal, intentado, intentamos, intentar, intento, tratamos de, tratado de, el año pasado, el mes pasado, la
        otra vez, antes estaba, hace un año, hace meses, hace años, otro, otra, otros, otras, distinto, diferente, mi,
        mis, mía, bicicleta, bici, coche, carro mío, comida, cena, café, cafetera, reunión, cita, vacaciones, casa,
        cocina, jardín, boda, sueldo, contrato, precio fijo, cómo, como, dice, dicen, dijo, dijeron, decía, según,
        afirma, afirman, asegura, aseguran, escribe, escribió, cuenta, cuentan, comenta, comentan, oído que, marcado,
        marcada, figura como, aún, todavía, rompe, rompen, falla, fallan, sigue, siguen, volvió, volvió a fallar,
        vuelve a fallar, de nuevo falla, primero, primera, segundo, segunda, viejo, vieja, el viejo, por error,
        demasiado, o, de hecho, un hecho, ya está aquí, ya está en, el hecho, hecho es, hecho que, hecho un, hecho a
        mano, lo hecho, hecha polvo, está hecho, listos para, el listo, queja, reclamación, peor, mejor, insatisfecho,
        enfadado, por ciento, sugiero, propongo, propuesta, pregunta, dónde, por qué, dos veces, varias veces, de
        nuevo, otra vez, mientras, aplazado, cancelado, suspendido, apañado, parche, crucemos los dedos, toco madera,
        tocamos madera, salvo error, jura, confirma, promete, a grandes rasgos, al menos, por lo menos, estamos
        cerrados""",
    trouble="roto, rota, estropeado, falta, faltan",
    irony="""sí claro, ya claro, claro claro, ya ya, sí sí, mis narices, una mierda, como siempre, como de costumbre,
        como cada vez, como la última vez, jaja, jajaja, jeje, lol, gracias por nada, menos mal, vaya, qué sorpresa,
        milagro, enhorabuena, felicidades, bravo, supuesto arreglo, venga ya, anda ya, cuéntame otra, ajá""",
    contrast="pero, sin embargo, no obstante, aunque, sino, en cambio, mientras que, a pesar",
    ask="""cuál, cual, cuáles, cuándo, cuando fue, cuándo fue, qué, que pedido, quién, quiénes, dónde está, dónde fue,
        cuánto, cuántos, cuántas, cómo fue, por qué ha, tienen una, tienen alguna, tiene una, tenéis, tienes, pueden,
        puede, podéis, puedes, podrían, podría, nos pueden, nos puede, nos podéis, me pueden, se sabe, saben, sabéis,
        hay alguna, hay algún, a qué, de qué, en qué, para qué, alguien sabe, alguna novedad""",
    not_ours="""no (es nuestro|es nuestra|es lo nuestro|es mío|es para nosotros|nos corresponde|nos toca|nos compete|es
        cosa nuestra|es asunto nuestro|es nuestro departamento|es nuestra área|es nuestro tema|es de nuestra
        competencia|es de nuestro departamento|es de nuestra área|es responsabilidad nuestra|es nuestra
        responsabilidad|depende de nosotros|es nuestra sección|va con nosotros|llevamos esto|lo llevamos|somos
        responsables|somos los responsables|somos nosotros|tenemos nada que ver|lo gestionamos nosotros|gestionamos
        esto), departamento equivocado, destinatario equivocado, dirección equivocada, equipo equivocado, se han
        equivocado de departamento, os habéis equivocado de departamento, nada que ver con nosotros, (esto |eso |)no es
        (cosa nuestra|nuestro|nuestra|de nuestra competencia)""",
    belongs="""(esto |eso |)(corresponde|pertenece|compete|le toca|toca) (a|al|a la|a los), (esto |eso |)es (de|del|de
        la|de los|para|para el|para la|cosa de|cosa del|asunto de|tema de|competencia de|responsabilidad
        de|responsabilidad del|tarea de), es un tema de, es cuestión de, eso lo lleva, esto lo lleva, lo lleva, lo
        llevan, de eso se encarga, de esto se encarga, se encarga, se encargan de ello, depende (de|del|de la),
        concierne (a|al), debe ir (a|al|a la), tiene que ir (a|al), debería ir a, va para, sino (de|del|de la)""",
    ask_them="""(pregunten|pregunta|pregunte|preguntad|preguntar|preguntadle|pregúntenle) (a|al|a la|a los|en),
        (reenviar|reenvíen|reenvía|reenvíe|reenviad|reenviarlo|reenviarla|enviar|envíenlo|envíalo|enviadlo|enviarlo|
        mandar|mandadlo|mándalo|mandarlo|mándenlo|pasar|pasadlo|pásalo|pasarlo|pásenlo|pasadlo|páselo|derivar|
        derivadlo|derivarlo|remitir|remitirlo|trasladar|trasladarlo|dirigir|diríjase|diríjanse|dirigíos|escalar|
        asignar|reasignar) (esto |) (a|al|a la|a los|para), contacten con, contacte con, contactar con, contactad con,
        contacta con, hablen con, hablad con, hable con, habla con, consulten con, consultad con, consulte con,
        consultar con, prueben con, probad con, pruebe con, hay que preguntar a, mejor a, mejor con""",
    theirs="""se encarga de eso, se encarga de esto, se encarga de ello, lo lleva, lleva esto, lleva eso, es el
        responsable, es la responsable, es responsable, son los responsables, quien lo lleva, quien se encarga, lo
        gestiona, gestiona esto""",
    more_time="""más tiempo, un poco más de tiempo, algo más de tiempo, más plazo, un plazo mayor, plazo mayor, ampliar
        el plazo, ampliación, una ampliación, una prórroga, prórroga, prorrogar, tiempo hasta, plazo hasta, unos días
        más, algunos días más, aplazar, aplazarlo, tiempo adicional, tiempo extra, necesitamos tiempo""",
    need="""necesitamos, necesito, necesitaríamos, nos hacen falta, nos hace falta, denos, dennos, danos, dadnos, deme,
        dame, podemos tener, podríamos tener, nos dais, nos dan, nos da, nos das, nos podéis dar, nos pueden dar, nos
        puede dar, pueden darnos, podéis darnos, puede darnos, nos llevará, llevará, tardaremos, vamos a tardar,
        tardará, nos dejan, concédannos, podemos entregarlo, nos conceden, podemos disponer, nos vendría bien, pedimos,
        solicitamos, pido, solicito""",
    until="""hasta, hasta el, hasta la, hasta los, para el, antes del, a, hasta finales de, hasta fin de, hasta
        mediados de""",
    number="dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, quince, un par de, unos, algunos",
    span="más, semanas más, días más, día, días, semana, semanas, mes, meses, días hábiles, días laborables, horas",
    day="""lunes, martes, miércoles, jueves, viernes, sábado, domingo, enero, febrero, marzo, abril, mayo, junio,
        julio, agosto, septiembre, setiembre, octubre, noviembre, diciembre, finales, fin de mes, fin de semana, final
        de mes, mediados, principios, navidad, semana santa, año""",
)
