# The front page and the list of exchanges.

welcome-title = Avui per tu, demà per mi
welcome-lead = A prop teu hi ha gent que arregla, forneja, ensenya i dona un cop de mà. Sense diners. S’anota el que cadascú dona i rep, i la suma sempre és zero.
welcome-register = Registra’t
welcome-look = Veure les comunitats
welcome-loop = Ana fa un pa per a Ben, Ben arregla els frens de Rosa, Rosa folra un abric per a Ana.
welcome-loop-loaf = un pa
welcome-loop-brakes = uns frens
welcome-loop-coat = un abric
welcome-how = Com funciona
welcome-say = Digues què saps fer
welcome-say-more = Portar algú al metge. Mitja dotzena d’ous. Una hora d’anglès. Gairebé tothom troba cinc coses.
welcome-do = Fes alguna cosa per algú
welcome-do-more = Acordeu quant, en les unitats de la vostra comunitat. Després ho anota una de les dues persones, al mòbil o en paper.
welcome-receive = Rep d’una altra persona
welcome-receive-more = No cal que sigui la mateixa persona. Pots rebre primer: sota zero és una promesa als altres, sense interessos.
welcome-here = Comunitats d’aquí
welcome-all = { $count ->
    [one] L’única comunitat
   *[other] Les { $count } comunitats
}
welcome-all-plain = Totes les comunitats
welcome-join = Entra en tres minuts
welcome-join-more = Tria una comunitat, digues qui ets i demana entrar. Et respondrà algú de la comunitat: una persona, no una màquina.
welcome-choose = Tria una comunitat

exchanges-title = Comunitats
exchanges-lead = Cadascuna té la seva gent, la seva unitat i les seves regles. Obre’n una per veure com és i com entrar-hi.
exchanges-none = Aquí encara no hi ha cap comunitat. Potser comences tu la primera.
exchanges-figures = { $count ->
    [one] { $count } persona, compta en { $unit }
   *[other] { $count } persones, compta en { $unit }
}
exchanges-invited = S’hi entra amb invitació.
exchanges-closed = De moment no hi entra gent nova.

begin-title = Per on vols començar?
begin-lead = Ja tens el teu registre. Falta una comunitat: gent propera amb qui donar i rebre.
begin-waits = Has demanat entrar a { $exchange }. Algú d’allà respondrà, i t’escriurem.
begin-join = Entra en una comunitat
begin-found = O crea’n una
begin-found-lead = Per al teu carrer, el teu poble o el teu grup. Qui porta aquest servidor la mira i l’obre.
welcome-name-a = Ana
welcome-name-b = Ben
welcome-name-c = Rosa
