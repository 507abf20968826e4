# Mensagens entre membros.

frame-messages = Mensagens
frame-unread = { $count ->
    [one] 1 conversa com algo de novo
   *[other] { $count } conversas com algo de novo
}
messages-empty = Aqui está o que tu e os outros membros escrevem uns aos outros. Abre a página de alguém, ou uma oferta, e escreve-lhe.
messages-empty-people = Procurar alguém
messages-you = Tu:
messages-new = Novo
messages-write-to = Escrever a { $name }
messages-trade-no-words = Uma troca
messages-muted = sem e-mails
messages-mute = Parar e-mails
messages-unmute = E-mails outra vez
messages-muted-lead = Não recebes e-mails desta conversa. O que se escreve está aqui na mesma.
notice-messages-muted = A partir de agora não recebes e-mails desta conversa.
notice-messages-unmuted = Voltas a receber e-mails desta conversa.
messages-earlier = Mensagens anteriores
messages-newest = Para as mais novas
messages-since = Novo desde que estiveste aqui
messages-kept = O que escreveste antes está outra vez aqui. Ainda não foi enviado nada.
messages-placeholder = Escreve aqui
messages-send = Enviar
messages-first-hint = Diz quem és e de que se trata. O teu endereço fica connosco: a resposta chega aqui.
field-text = A tua mensagem
error-message-exchange = Esta comunidade não está em funcionamento. O que foi escrito fica aqui; não se pode escrever nada de novo.
error-message-left = Este membro deixou a comunidade. O que foi escrito fica aqui; não se pode escrever nada de novo.
error-message-stopped = A administração suspendeu a conta deste membro. O que foi escrito fica aqui; por agora não se pode escrever nada de novo.
error-message-closed = Este membro não recebe mensagens agora. Fala-lhe quando se encontrarem, ou pede a um administrador que lhe diga.
error-message-unblock = Bloqueias esta pessoa, que não te poderia responder. Desbloqueia-a primeiro, em «Pessoas bloqueadas».
error-message-self = Esta conta também é tua. Escreve a outra pessoa.
error-messages-minutes = Escreveste muitíssimo numa hora. Podes continuar daqui a { $wait } min; o que escreveste fica aqui.
error-conversations-minutes = Escreveste pela primeira vez a muitas pessoas. Podes escrever à seguinte daqui a { $wait } min; a quem já tinhas escrito podes responder quando quiseres.
error-conversations-hours = Escreveste pela primeira vez a muitas pessoas. Podes escrever à seguinte daqui a { $wait } h; a quem já tinhas escrito podes responder quando quiseres.

letter-messages-subject = { $writer } escreveu-te
letter-messages = { $writer } escreveu-te em { $exchange }:
letter-messages-about-subject = { $writer } sobre «{ $title }»
letter-messages-about = { $writer } escreveu-te em { $exchange } sobre «{ $title }»:
letter-messages-answer = Responde nesta página, ou diz lá que não queres e-mails desta conversa. Uma resposta a este e-mail não chegaria a ninguém.
notices-kind-messages = Mensagens
notices-kind-messages-sub = O que outros membros te escrevem; está logo em Mensagens
unsubscribe-still-messages = Tudo continua em Mensagens, e nos teus avisos podes mudar de ideias quando quiseres.
