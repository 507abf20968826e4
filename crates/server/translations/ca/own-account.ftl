# One's own account, and leaving.

account-title = El meu compte
account-number = Número { $number }
account-requests = Quan algú et demana alguna cosa a canvi
account-requests-hint = Qui ha fet alguna cosa per tu et pot enviar una petició. Què n’hem de fer?
account-somebody = Ana
account-answer-exchange = Com ho fa la comunitat
account-answer-asked = Pregunta-m’ho cada vegada
account-answer-asked-effect = { $name } et demana { $amount }. No compta res fins que dius que sí.
account-answer-list = Accepta a l’instant de la gent que jo triï
account-answer-list-effect = Amb { $name } a la teva llista, una petició de { $amount } compta a l’instant i se t’avisa. Les altres t’esperen.
account-answer-days = Accepta si no responc en uns quants dies
account-answer-days-effect = { $name } et demana avui { $amount }. Fins aleshores ho pots refusar; si no dius res, compta.
account-answer-everything = Accepta-ho tot a l’instant
account-answer-everything-effect = { $name } et demana { $amount }. Compta a l’instant i se t’avisa. Encara pots dir que alguna cosa no està bé.
account-exchange-asked = De moment: cada petició espera que diguis que sí.
account-exchange-everything = De moment: cada petició compta a l’instant i se t’avisa.
account-exchange-days = { $count ->
    [one] De moment: una petició compta si no respons en un dia.
   *[other] De moment: una petició compta si no respons en { $count } dies.
}
account-list = Gent que jo trio
account-more-hint = Els números de compte, separats per comes.
account-days = Quants dies
account-days-unit = dies
account-save = Desa aquesta resposta
account-operators = Qui porta aquest compte
account-operators-hint = Cada persona d’aquesta llista anota intercanvis i ho veu tot del compte, amb la seva entrada.
account-operators-own = Aquest és el compte de la comunitat: el porten els seus administradors.
account-operator-since = des del { $date }
account-operator-remove = Treu
account-operator-email = Correu d’algú que també l’hagi de portar
account-operator-hint = Rebrà una carta amb un enllaç que val set dies.
account-operator-invite = Convida
account-rest = Posa el compte en pausa
account-rest-lead = Per a quan siguis fora una temporada. No es pot anotar res amb tu i la teva pàgina diu que estàs en pausa. El despertes quan vulguis.
account-rest-do = Posa’l en pausa
account-resting = El compte està en pausa
account-resting-lead = Ara mateix no es pot anotar res amb tu. Tota la resta continua igual.
account-wake-do = Desperta’l
account-stopped = Qui porta la comunitat ha aturat aquest compte. Parla-hi.
account-terms = El que han acordat els membres
account-terms-changed = Les condicions han canviat
account-terms-lead = Llegeix el que han acordat ara els membres. Si no hi pots estar d’acord, parla amb qui porta la comunitat.
account-terms-accept = Hi estic d’acord
account-leave = Deixa { $exchange }
account-leave-lead = Primer pots veure què significa.
account-leave-do = Mira què significa marxar

leave-means = Què significa
leave-means-account = El teu compte es tanca per sempre. Tornar és entrar de nou, amb un altre número.
leave-means-page = La teva pàgina surt de la llista de membres.
leave-means-trades = Els teus intercanvis queden als llibres de qui els va fer amb tu.
leave-even = Has donat tant com has rebut, així que pots marxar, i gràcies.
leave-above = Has donat { $amount } més del que has rebut, i es marxa a zero. Rep alguna cosa d’algú, o dona-ho a algú, i torna.
leave-below = Has rebut { $amount } més del que has donat, i es marxa a zero. Fes alguna cosa per algú i torna, o parla amb qui porta la comunitat.
leave-rest-instead = Mentrestant pots posar el compte en pausa.
leave-sure = Sí, vull marxar
leave-do = Marxa
leave-stay = Em quedo

field-acceptance = Quan algú et demana alguna cosa a canvi
field-more = Més membres
field-days = Dies
field-sure = Marxar

notice-requests = La teva resposta està desada.
notice-operator-invited = La carta va de camí.
notice-operator-removed = Ja no porta aquest compte.
notice-resting = El teu compte està en pausa. El despertes aquí quan vulguis.
notice-awake = El teu compte torna a participar.
notice-terms = Gràcies. Has acceptat les noves condicions.
notice-left = Has marxat. Gràcies per tot el que has fet pels altres.

error-days = Escriu un nombre de dies entre 1 i { $max }.
error-list-empty = Tria com a mínim un membre, o una altra resposta.
error-list-long = Són més de 500 membres. Tria una altra resposta.
error-no-such-number = Aquí ningú no té el número { $number }.
error-sure = Marca la casella si de debò vols marxar. No hi ha marxa enrere.
