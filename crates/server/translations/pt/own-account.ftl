# One's own account, and leaving.

account-title = A minha conta
account-number = Número { $number }
account-requests = Quando alguém te pede algo em troca
account-requests-hint = Quem fez algo por ti pode enviar-te um pedido. O que deve acontecer com ele?
account-somebody = Ana
account-answer-exchange = Como faz a comunidade
account-answer-asked = Perguntar-me sempre
account-answer-asked-effect = { $name } pede-te { $amount }. Nada conta até dizeres que sim.
account-answer-list = Aceitar logo das pessoas que eu escolher
account-answer-list-effect = Com { $name } na tua lista, um pedido de { $amount } conta logo e és avisado. Os outros esperam por ti.
account-answer-days = Aceitar se eu não responder durante alguns dias
account-answer-days-effect = { $name } pede-te hoje { $amount }. Até lá podes recusar; se não disseres nada, conta.
account-answer-everything = Aceitar logo tudo
account-answer-everything-effect = { $name } pede-te { $amount }. Conta logo e és avisado. Ainda podes dizer que algo não está bem.
account-exchange-asked = Por agora: cada pedido espera que digas que sim.
account-exchange-everything = Por agora: cada pedido conta logo e és avisado.
account-exchange-days = { $count ->
    [one] Por agora: um pedido conta se não responderes durante um dia.
   *[other] Por agora: um pedido conta se não responderes durante { $count } dias.
}
account-list = Pessoas que eu escolho
account-more-hint = Os números de conta, separados por vírgulas.
account-days = Quantos dias
account-days-unit = dias
account-save = Guardar esta resposta
account-operators = Quem cuida desta conta
account-operators-hint = Cada pessoa desta lista anota trocas e vê tudo da conta, com a sua própria entrada.
account-operators-own = Esta é a conta da comunidade: dela cuidam os seus administradores.
account-operator-since = desde { $date }
account-operator-remove = Tirar
account-operator-email = E-mail de alguém que também deva cuidar dela
account-operator-hint = A pessoa recebe uma carta com uma ligação que vale sete dias.
account-operator-invite = Convidar
account-rest = Pôr a conta em pausa
account-rest-lead = Para quando estiveres fora uns tempos. Nada pode ser anotado contigo e a tua página diz que estás em pausa. Acordas a conta quando quiseres.
account-rest-do = Pôr em pausa
account-resting = A conta está em pausa
account-resting-lead = Neste momento nada pode ser anotado contigo. Tudo o resto fica igual.
account-wake-do = Acordar a conta
account-stopped = Quem cuida da comunidade parou esta conta. Fala com essas pessoas.
account-terms = O que os membros combinaram
account-terms-changed = As condições mudaram
account-terms-lead = Lê o que os membros combinaram agora. Se não puderes estar de acordo, fala com quem cuida da comunidade.
account-terms-accept = Estou de acordo
account-leave = Deixar { $exchange }
account-leave-lead = Primeiro podes ver o que significa.
account-leave-do = Ver o que significa sair

leave-means = O que significa
leave-means-account = A tua conta fecha para sempre. Voltar é entrar de novo, com outro número.
leave-means-page = A tua página sai da lista de membros.
leave-means-trades = As tuas trocas ficam nos livros de quem as fez contigo.
leave-even = Deste tanto como recebeste, por isso podes sair, e obrigado.
leave-above = Deste { $amount } a mais do que recebeste, e sai-se a zero. Recebe algo de alguém, ou dá-o a alguém, e volta.
leave-below = Recebeste { $amount } a mais do que deste, e sai-se a zero. Faz algo por alguém e volta, ou fala com quem cuida da comunidade.
leave-rest-instead = Entretanto podes pôr a tua conta em pausa.
leave-sure = Sim, quero sair
leave-do = Sair
leave-stay = Fico

field-acceptance = Quando alguém te pede algo em troca
field-more = Mais membros
field-days = Dias
field-sure = Sair

notice-requests = A tua resposta está guardada.
notice-operator-invited = A carta vai a caminho.
notice-operator-removed = A pessoa já não cuida desta conta.
notice-resting = A tua conta está em pausa. Acordas a conta aqui quando quiseres.
notice-awake = A tua conta participa outra vez.
notice-terms = Obrigado. Aceitaste as novas condições.
notice-left = Saíste. Obrigado por tudo o que fizeste pelos outros.

error-days = Escreve um número de dias entre 1 e { $max }.
error-list-empty = Escolhe pelo menos um membro, ou outra resposta.
error-list-long = São mais de 500 membros. Escolhe outra resposta.
error-no-such-number = Ninguém aqui tem o número { $number }.
error-sure = Marca a caixa se queres mesmo sair. Não há volta atrás.
