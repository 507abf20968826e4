# Una comunitat: què és, les seves regles en paraules senzilles, els seus números.

about-worth = { $count } { $unit } són més o menys una hora de qualsevol.
about-join = Demana d’entrar-hi
about-how-to-join = Com entrar-hi
about-join-open = Tothom ho pot demanar. Explica alguna cosa de tu; et respondran les persones que cuiden la comunitat.
about-join-invited = S’hi entra amb invitació. Demana-la a un membre que coneguis.
about-join-closed = Ara mateix no s’hi pot entrar.
about-asked = Has demanat d’entrar-hi. Rebràs una carta de seguida que es decideixi.
about-rules = Les nostres regles en paraules senzilles
about-terms = El que accepten els membres
about-own-open = { $number }, obert a tots els membres
about-own-read = Llegeix-ne l’extracte
about-keepers = Qui la cuida
about-where = On és
about-admin = Administra
about-coordinator = Coordina
rule-paused = Ara mateix els intercanvis estan en pausa.
rule-both-record = Qualsevol dels dos anota l’intercanvi. Compta de seguida.
rule-receiver-records = L’anota qui ha rebut. Compta de seguida.
rule-provider-records = L’anota qui ha donat. Compta de seguida.
rule-requests-only = Qui ha donat alguna cosa ho demana. Compta quan l’altra part diu que sí.
rule-keepers-record = Els intercanvis els anoten les persones que cuiden la comunitat.
rule-requests-wait = Una petició espera fins que l’altra part respon.
rule-requests-count = Les peticions s’accepten de seguida.
rule-silence = { $count ->
    [one] Una petició compta si ningú no respon en un dia.
   *[other] Una petició compta si ningú no respon en { $count } dies.
}
rule-expires = { $count ->
    [one] Una petició sense resposta caduca al cap d’un dia.
   *[other] Una petició sense resposta caduca al cap de { $count } dies.
}
rule-entry = { $count ->
    [one] Un intercanvi es pot anotar fins a un dia després. Més tard es pregunta primer a qui va rebre.
   *[other] Un intercanvi es pot anotar fins a { $count } dies després. Més tard es pregunta primer a qui va rebre.
}
rule-correct = { $count ->
    [one] Qui ha donat el pot corregir durant un dia i retornar quan vulgui. Fins aleshores qualsevol dels dos pot dir que alguna cosa no està bé.
   *[other] Qui ha donat el pot corregir durant { $count } dies i retornar quan vulgui. Fins aleshores qualsevol dels dos pot dir que alguna cosa no està bé.
}
rule-give-back = Qui ha donat pot retornar un intercanvi quan vulgui.
rule-floor-and-ceiling = Pots baixar fins a { $floor } i pujar fins a { $ceiling }.
rule-floor = Pots baixar fins a { $floor }.
rule-ceiling = Pots pujar fins a { $ceiling }.
rule-limit-hard = Més enllà no s’anota. Si necessites més marge, demana’l.
rule-limit-soft = Més enllà l’intercanvi compta igualment, i se t’avisa.
rule-growth = El que dones et deixa més marge sota zero, fins a { $cap }.
rule-levy = El { $rate } de cada intercanvi, de totes dues parts, va al compte de la comunitat per al que fem entre tots.
rule-records = Cada membre veu quant intercanvien els altres, mai amb qui.
rule-records-hidden = No es mostra quant intercanvia cada membre.

about-numbers = En xifres
about-numbers-trades = intercanvis en els últims dotze mesos
about-numbers-volume = han passat de mà en mà
about-numbers-trading = dels membres ha intercanviat en els últims tres mesos
about-numbers-sum = la posició de tothom junta, com ha de ser
about-numbers-chart = Intercanvis al mes
about-numbers-months = Mes
about-numbers-trades-month = Intercanvis
about-numbers-chart-alternative = Intercanvis al mes: { $list }
about-numbers-month = { $count ->
    [one] { $count } intercanvi, { $amount }
   *[other] { $count } intercanvis, { $amount }
}
about-market = Del mercat
