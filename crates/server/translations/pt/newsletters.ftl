# Newsletters: writing to members, and how far it is.

admin-newsletters = Boletins
admin-newsletters-sub = Escrever a todos, ou a alguns
newsletters-title = Boletins
newsletters-none = Ainda nada foi escrito. Escreve a todos, ou a quem não troca há muito tempo.
newsletter-new = Escrever um
newsletter-new-title = Escrever aos membros
newsletter-to-everybody = Todos
newsletter-to-area = Quem está numa zona
newsletter-to-trading = Quem trocou há pouco tempo
newsletter-to-idle = Quem não troca há muito tempo
newsletter-to-below-zero = Quem está abaixo de zero
field-audience = A quem?
newsletter-choose-area = Escolhe uma zona
field-months = Em quantos meses?
newsletter-months = meses
newsletter-months-hint = Conta para quem trocou há pouco tempo, ou não.
newsletter-body = A mensagem
newsletter-will-go = { $count ->
    [0] Não iria para ninguém.
    [one] Vai para 1 pessoa. Quem não quer boletins encontra-o só nos seus avisos.
   *[other] Vai para { $count } pessoas. Quem não quer boletins encontra-o só nos seus avisos.
}
newsletter-send = Enviar-lhes
newsletter-test = Enviar só para mim
newsletter-under-way = A caminho
newsletter-sending = { $count } de { $total } até agora
newsletter-sent = Enviado a { $count } pessoas
newsletter-leave = Podes sair desta página: continua sozinho.
newsletter-look-again = Ver outra vez
notice-newsletter-tested = Já vai a caminho, só para ti.
error-newsletter-months = Escreve um número de meses de 1 a { $max }.
error-newsletter-nobody = Ninguém pertence a este grupo. Escolhe outro.
error-newsletter-no-address = Não se conhece nenhum endereço teu. Indica primeiro um nas tuas definições.
notices-kind-newsletters = Boletins
notices-kind-newsletters-sub = Mensagens da administração aos membros
letter-newsletter-subject = { $exchange }: { $title }
letter-newsletter = { $exchange } escreve-te:
log-newsletter-sent = Boletim enviado a { $value }: { $subject }
server-job-newsletter = Um boletim
