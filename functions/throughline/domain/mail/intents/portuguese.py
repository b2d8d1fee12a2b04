"""Portuguese, as written in Portugal and Brazil."""

from throughline.domain.mail.intents.words import Words

WORDS = Words(
    hello="""olá, oi, bom dia, boa tarde, boa noite, olá a todos, bom dia a todos, boa tarde a todos, prezado, prezada,
        prezados, caro, cara, caros, caros colegas, exmo senhor, exma senhora, estimado, pessoal, oi pessoal, olá
        pessoal, viva, senhor, senhora, tudo bem""",
    bye="""atenciosamente, cumprimentos, com os melhores cumprimentos, melhores cumprimentos, cordialmente, abraço,
        abraços, um abraço, att, saudações, beijinhos, bom fim de semana, bom trabalho, até breve, obrigado e
        cumprimentos, cordiais cumprimentos, enviado do meu, tenha um bom dia, boa semana""",
    filler="""sim, isto, isso, já, agora, hoje, ontem, esta manhã, hoje de manhã, esta tarde, ontem à noite, também,
        aqui, cá, do nosso lado, da nossa parte, por aqui, para si, para você, tudo, todos, todas, finalmente, enfim,
        completamente, totalmente, por completo, desde hoje, desde ontem, desde esta manhã, problema, o problema,
        assunto, o assunto, questão, caso, o caso, situação, a situação, estado, atualização, ponto, boas notícias,
        então, assim, pois bem, bem, corretamente, imediatamente, logo de manhã, de imediato, com sucesso, entretanto,
        sem problema, sem problemas, não há problema, nenhum problema, desculpe, desculpa, desculpem, a partir de
        agora, a partir de hoje, lhe, vos, me, há pouco, agora mesmo, de nada, tudo isso, sem mais problemas, ok já,
        mensagem, email, aviso, mail""",
    joins="e, bem como, além disso",
    at="em, no, na, nos, nas, sobre, de, com, para",
    we="""nós, eu, a gente, temos, tenho, já temos, a nossa equipa, a nossa equipe, nossa equipe, a equipa, acabámos
        de, acabamos de, acabei de, o meu colega, foi-nos""",
    be="""é, está, estão, foi, foram, já foi, já foram, ficou, ficaram, já estão, encontra-se, está agora, foi já, tem
        sido, está tudo, já se encontra""",
    was="era, eram, era só, era apenas, estava, estavam, havia, tratava-se de, tinha, foi só",
    plain="por, novo, nova, novos, novas, dois, três, maior",
    the="""o, a, os, as, um, uma, uns, umas, seu, sua, seus, suas, o seu, a sua, nosso, nossa, nossos, nossas, o nosso,
        a nossa, este, esta, estes, estas, esse, essa, vosso, vossa, o vosso, a vossa, do, da, cada, todas as, todos
        os, ao""",
    thing="""etiqueta, etiquetas, impressora, impressoras, scanner, leitor, leitores, caixa, caixas, fita, preço,
        preços, página, site, link, links, formulário, prateleira, porta, portas, gaveta, luz, lâmpada, lâmpadas,
        candeeiro, elevador, carrinho, encomenda, fatura, factura, morada, endereço, ficha, texto, gralha, erro, erros,
        falha, falhas, avaria, cabo, sistema, ecrã, tela, cartaz, descrição, catálogo, lista, embalagem, máquina,
        aparelho, artigo, aquecimento, balança, aplicação, app, loja, modelo, bateria, pilha, rolo, fechadura, ajuste,
        código, defeito, foto, fotos, cartão, maquininha, placa""",
    ended="""feito, feita, feitos, feitas, concluído, concluída, terminado, terminada, finalizado, finalizada, tratado,
        tratada, encerrado, encerrada, fechado, completo, completado, já está, está pronto, já está pronto, caso
        encerrado, arrumado, arrumada""",
    done="""resolvido, resolvida, resolvidos, resolvidas, corrigido, corrigida, corrigidos, corrigidas, reparado,
        reparada, reparados, reparadas, consertado, consertada, consertados, arranjado, arranjada, arranjados,
        solucionado, solucionada, sanado, sanada, regularizado, regularizada, retificado, retificada, tudo resolvido,
        tudo certo agora, já resolvemos, já resolvi, já corrigimos, já corrigi, já reparámos, já arranjámos, já
        consertamos, já solucionamos, já tratámos, já tratamos disso, já arrumamos, já está tratado, em ordem,
        restabelecido, problema resolvido""",
    did="""resolvemos, resolvi, corrigimos, corrigi, reparámos, reparei, consertamos, consertei, arranjámos, trocado,
        trocada, trocados, trocadas, trocámos, trocamos, troquei, substituído, substituída, substituídos, substituímos,
        substituí, mudado, mudámos, mudamos, alterado, alterada, alterámos, alteramos, alterei, atualizado, atualizada,
        atualizámos, atualizamos, ajustado, ajustada, ajustámos, ajustamos, reimpresso, reimpressa, reimprimimos,
        retirado, retirámos, retiramos, removido, removemos, limpo, limpámos, limpamos, reinstalado, reinstalámos,
        adaptado, reembolsado, acrescentado, adicionado, adicionámos, adicionamos, reforçado, reforçámos, reforçamos,
        apertado, reiniciado, reiniciámos, reposto, reposta, repusemos, instalado, instalámos, instalamos""",
    works="""já funciona, já funcionam, voltou a funcionar, já voltou a funcionar, voltaram a funcionar, funciona de
        novo, funciona outra vez, já está a funcionar, já está funcionando, agora funciona, já está operacional, em
        funcionamento, de volta ao normal, voltou ao normal, já imprime""",
    means="(trocando|substituindo|adicionando|usando|ajustando|limpando|reiniciando|mudando)",
    since="desde, desde o, desde a, passado, passada",
    got="""recebido, recebida, recebemos, recebi, recebemos (a sua mensagem|sua mensagem|o seu email|o aviso|a
        mensagem), recebi (a sua mensagem|sua mensagem|a mensagem), mensagem recebida, bem recebido, entendido,
        entendida, percebido, compreendido, anotado, anotada, tomámos nota, tomamos nota, tomei nota, registado,
        registrado, ciente, cientes, estamos cientes, tomei conhecimento, vamos verificar, vou verificar, vamos ver,
        vou ver, vamos ver isso, vou ver isso, vamos olhar, vou olhar, vamos dar uma olhada, vou dar uma olhada, vamos
        analisar, vou analisar, vamos averiguar, vou averiguar, vamos investigar, vou investigar, vamos tratar, vamos
        tratar disso, vou tratar, vou tratar disso, tratamos disso, trato disso, eu trato disso, nós tratamos disso,
        tratamos nós disso, estamos a (ver|verificar|analisar|tratar|tratar disso|trabalhar
        nisso|averiguar|investigar), estou a (ver|verificar|analisar|tratar|tratar disso|trabalhar nisso|averiguar),
        estamos (vendo|verificando|analisando|tratando|cuidando disso|trabalhando nisso|investigando|tratando disso|em
        cima), estou (vendo|verificando|analisando|tratando|cuidando disso|trabalhando nisso|investigando),
        verificando, a verificar, a tratar, em análise, está em análise, em tratamento, em andamento, já em andamento,
        fica connosco, fica comigo, deixa comigo, deixe comigo, deixem connosco, deixe conosco, pode deixar, pode
        deixar comigo, eu vejo, nós vemos, vejo isso, vemos isso, verifico, verificamos, cuidamos disso, cuido disso,
        vamos cuidar disso, vou cuidar disso, assumimos, eu assumo, assumo, ficamos com isto, ficamos com isso, já digo
        algo, já digo alguma coisa, damos retorno, dou retorno, retornamos, retorno em breve, já te digo, estamos
        nisso, estou nisso, tomamos conta, tomo conta, a caminho de ver, acusamos a receção, confirmamos a receção,
        confirmo a receção, copiado, a sua mensagem chegou""",
    okay="""ok, okay, certo, combinado, está bem, tudo bem então, muito bem, beleza, tá, tá bom, blz, de acordo,
        perfeito ok, fixe, okey, positivo, certinho""",
    surely="claro, claro que sim, com certeza, naturalmente, obviamente, pois claro, pois, pois é",
    thanks="""obrigado, obrigada, obrigados, muito obrigado, muito obrigada, muito obrigado a todos, obg, obrigadão,
        valeu, agradecemos, agradeço, agradecido, agradecida, agradecidos, desde já obrigado, mil obrigados, grato,
        grata, gratos, muito agradecido, brigado, brigada, obrigadinho""",
    praise="""ótimo, óptimo, excelente, maravilhoso, fantástico, que bom, que bom ouvir, que bonito, que alegria,
        ficamos felizes, ficamos muito felizes, ficamos contentes, fico feliz, fico contente, muito simpático,
        simpáticas palavras, que simpático, que gentil, lindas palavras, perfeito, a equipa vai adorar, a equipa
        agradece, um prazer, que querido, parabéns à equipa, nossa alegria""",
    courtesy="""qualquer coisa, para qualquer coisa, se precisar, se precisarem, se precisares, se houver mais alguma
        coisa, avise-me, avisem-nos, me avise, nos avise, nos avisem, não hesite em, não hesitem em, estamos à
        disposição, estou à disposição, à disposição, ao dispor, fico ao dispor, ficamos ao dispor, qualquer dúvida, em
        caso de dúvida, não volta a acontecer, não voltará a acontecer, não vai voltar a acontecer, não vai acontecer
        de novo, não se repetirá, desculpe o, desculpe a, desculpe pelo, desculpem o, desculpem pela, pedimos desculpa,
        peço desculpa, lamentamos o, lamentamos a""",
    please="por favor, favor, se faz favor, pf, pfv, faça favor de, queiram",
    person="""você, vocês, ele, ela, eles, elas, cliente, clientes, o cliente, a cliente, os clientes, alguém, técnico,
        o técnico, chefe, fornecedor, o fornecedor, colega""",
    no="""não, nao, nada, nunca, jamais, ninguém, nenhum, nenhuma, nem, sem, tampouco, impossível, infelizmente, mal,
        negativo, recusamos, recusado, incompleto, inacabado, ñ, n""",
    later="""será, serão, seria, estará, estarão, seja, ser, vai, vão, vamos, vou, amanhã, depois, logo, em breve,
        brevemente, mais tarde, próximo, próxima, deve, devem, devemos, tem de, tem que, têm de, temos de, temos que,
        precisa, precisam, por fazer, por resolver, por corrigir, por reparar, pendente, pendentes, fica pronto,
        ficará, ficarão, fica resolvido, prevista, previsto, planeado, planejado, agendado, esperamos, espero, esperar,
        esperando, à espera, aguardamos, aguardo, aguardando, resolver, corrigir, reparar, consertar, arranjar,
        arrumar, tratar, fazer, terminar, resolverá, resolveremos, corrigiremos, resolvam, resolva, corrijam, corrija,
        quando, assim que, logo que, uma vez, antes, até que, oxalá, tomara, quero, queremos, queria, gostaria,
        gostaríamos, pode, podem, podemos, poderia, poderá, prometido, urgente, urgência, quanto antes, o mais rápido
        possível, chegar, começar, começamos, tentaremos, daqui a, dentro de, falta, faltam, há que, na sexta, na
        segunda, em curso""",
    doubt="""se, que, caso chegue, desde que, talvez, quiçá, porventura, provavelmente, possivelmente, se calhar, acho,
        achamos, acha, acham, penso, pensa, pensamos, pensam, creio, cremos, crê, suponho, supomos, supostamente,
        parece, parecem, pelos vistos, aparentemente, ao que parece, em teoria, teoricamente, em princípio, no papel,
        devia, deviam, deveria, deveriam, teria, tivesse, estivesse, esteja, estejam, duvido, dúvida, meio, meia,
        metade, a metade, parcialmente, em parte, parte, quase, praticamente, mais ou menos, só, somente, apenas, um
        de, uma de, um dos dois, uma das duas, dois de, alguns, algumas, menos, exceto, excepto, salvo, com exceção, à
        parte, por agora, por enquanto, de momento, para já, provisoriamente, provisório, temporariamente, temporário,
        tentado, tentámos, tentamos, tentei, tentar, tentativa, no ano passado, o ano passado, ano passado, no mês
        passado, mês passado, da última vez, há um ano, há meses, há anos, outro, outra, outros, outras, diferente, a
        minha, o meu, minha, meu, meus, bicicleta, carro, almoço, jantar, café, reunião, férias, casa, cozinha, jardim,
        casamento, salário, contrato, preço fixo, imposto, impostos, como, diz, dizem, disse, disseram, dizia, segundo,
        afirma, afirmam, garante, escreve, escreveu, conta, contam, ouvi, ouvimos, marcado, marcada, consta, ainda,
        partem, quebra, quebram, avariou, falha de novo, volta a, voltou, voltou a, outra vez, de novo, novamente,
        primeiro, primeira, segunda vez, velho, velha, o antigo, por engano, por erro, demais, ou, de facto, de fato,
        facto, o facto, o fato, feito à mão, feita à mão, reclamação, queixa, pior, melhor, insatisfeito, zangado, por
        cento, sugiro, proponho, proposta, pergunta, onde, por quê, duas vezes, várias vezes, enquanto, adiado,
        cancelado, suspenso, remendo, desenrascado, um feito, grande feito, bem feito, bem feita, jeito, dedos
        cruzados, bater na madeira, jura, confirma, promete, pelo menos, ao menos, pensei, pensava, pensávamos,
        julgava, estamos fechados""",
    trouble="partida, partido, quebrado, quebrada, avariado, avariada, danificada, danificado",
    irony="""pois pois, sim sim, sim claro, claro claro, como sempre, como de costume, como da última vez, como é
        costume, kkk, kkkk, haha, hahaha, rs, rsrs, lol, obrigado por nada, milagre, parabéns, bravo, que surpresa, até
        parece, está bem está, deve ser deve, tá bom viu, aham, conta outra, sei sei, só que não, sqn""",
    contrast="mas, porém, contudo, no entanto, todavia, embora, apesar, enquanto que, senão, só que",
    ask="""qual, quais, quando foi, que encomenda, que loja, que pedido, quem, onde foi, onde está, quanto, quantos,
        quantas, como foi, porque, por que, têm uma, têm alguma, tem uma, tem alguma, podem, pode, poderiam, poderia,
        podes, sabem, sabe, há alguma, há algum, de que, em que, a que, para que, será que, o que, alguém sabe, é
        para""",
    not_ours="""não (é nosso|é nossa|é connosco|é conosco|é com a gente|é comigo|é para nós|é da nossa área|é da nossa
        competência|é da nossa responsabilidade|é da nossa alçada|é a nossa área|é o nosso departamento|é nossa área|é
        do nosso departamento|é do nosso setor|é da nossa parte|nos compete|nos diz respeito|somos responsáveis|somos
        nós|somos os responsáveis|temos nada a ver|temos nada que ver|cabe a nós|tratamos disso|tratamos disto|cuidamos
        disso), departamento errado, setor errado, equipa errada, equipe errada, destinatário errado, endereço errado,
        área errada, nada a ver connosco, nada a ver conosco""",
    belongs="""(isto |isso |)(pertence|compete|cabe|diz respeito) (a|ao|à|aos|às), (isto |isso |)é (com|com o|com a|com
        os|do|da|dos|das|para|para o|para a|assunto do|assunto da|tarefa do|tarefa da|responsabilidade
        do|responsabilidade da|competência do|competência da), quem trata disso é, quem trata disto é, quem cuida disso
        é, quem resolve é, depende (do|da|de), deve ir para, tem de ir para, deveria ir para, vai para, mas sim
        (do|da), isso é lá com""",
    ask_them="""(perguntem|perguntar|pergunte|pergunta) (ao|à|aos|às|a|na|no), (encaminhar|encaminhem|encaminhe|
        reencaminhar|reencaminhem|reencaminhe|enviar|enviem|envie|mandar|mandem|mande|passar|passem|passe|transferir|
        transfiram|transfira|direcionar|dirijam-se|dirija-se|remeter|remetam|redirecionar|redirecionem) (isto |isso
        |esta mensagem |) (ao|à|aos|às|para|para o|para a|a), contactem, contacte, contatem, contate, contactar,
        contatar, falem com, fale com, falar com, vejam com, veja com, ver com, tentem, tente (o|a), consultem,
        consulte, melhor falar com""",
    theirs="""trata disso, trata disto, cuida disso, é responsável, é o responsável, é a responsável, é que trata
        disso, é que trata, é quem trata, são responsáveis, resolve isso, é que sabe""",
    more_time="""mais tempo, um pouco mais de tempo, de prazo, mais prazo, prazo maior, prazo até, prolongar, prolongar
        o prazo, prorrogar, prorrogação, uma prorrogação, extensão do prazo, uma extensão, alargar o prazo, adiar, mais
        uns dias, mais alguns dias, tempo até, tempo adicional, tempo extra, precisamos de tempo""",
    need="""precisamos, precisamos de, preciso, preciso de, precisaríamos, precisávamos de, necessitamos de, dêem-nos,
        deem-nos, deem nos, dê-nos, dê nos, dá-nos, nos dê, nos deem, podemos ter, poderíamos ter, podem dar-nos, pode
        dar-nos, podem nos dar, pode nos dar, vai demorar, demora, irá demorar, vamos demorar, vamos levar, vai levar,
        leva, concedam-nos, podemos entregar, podemos ficar, pedimos, solicitamos, peço, solicito""",
    until="""até, até o, até ao, até à, até a, até dia, para o dia, antes de, até o dia, até ao dia, até o fim, até ao
        fim""",
    number="""dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, quinze, mais um, mais uma, mais duas, mais
        dois, uns, alguns, um par de""",
    span="dia, dias, semana, semanas, mês, meses, dias úteis, horas",
    day="""segunda, terça, quarta, quinta, sexta, sábado, domingo, segunda-feira, terça-feira, quarta-feira,
        quinta-feira, sexta-feira, janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro,
        novembro, dezembro, fim do mês, final do mês, fim de semana, fim, final, natal, páscoa, ano""",
)
