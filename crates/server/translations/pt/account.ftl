# Signing in and out, registering, finding back in, and a user's own affairs.

field-login = E-mail ou número de conta
field-password = Palavra-passe
field-new-password = Nova palavra-passe
field-current = A sua palavra-passe de agora
field-name = Nome
field-email = E-mail
field-locale = Idioma

sign-in-title = Entrar
sign-in-login-hint = Por exemplo ana@example.org ou MARL0027.
sign-in-button = Entrar
sign-in-forgotten = Esqueci-me da palavra-passe
sign-in-new = É a primeira vez?
sign-in-register = Registe-se
sign-in-demo = Contas desta demonstração
sign-in-demo-lead = Escolha uma; a palavra-passe de todas é <b>{ $password }</b>.
notice-signed-out = Saiu da sua conta.

register-title = Registe-se
register-lead = Um só registo chega para todas as comunidades deste servidor. Escrevemos-lhe para ver que o endereço é seu.
register-name-hint = Como os seus vizinhos o conhecem.
register-email-hint = Os outros membros só o veem se quiser.
register-password-hint = Pelo menos 10 caracteres. Umas palavras seguidas servem bem e são fáceis de lembrar.
register-button = Registar-me
register-known = Já se registou?
register-sent-title = Veja o seu correio
register-sent-lead = Enviámos-lhe uma mensagem com uma ligação. Abra-a para continuar.
register-sent-more = Pode demorar uns minutos, e por vezes vai parar ao lixo eletrónico. A ligação funciona três dias.
register-sent-go = À primeira página

confirm-title = Confirme o seu endereço
confirm-lead = Escreva a palavra-passe que escolheu, e <b>{ $email }</b> fica confirmado.
confirm-password-hint = Pedimo-la para que ninguém o registe com um simples clique.
confirm-button = Confirmar e entrar
dead-link-title = Esta ligação já não funciona
dead-link-lead = Já foi usada, é demasiado antiga ou foi enviada outra mais recente.
dead-link-more = Entre e, se não conseguir, peça aí uma nova ligação.
dead-link-go = Entrar

reset-title = Uma nova palavra-passe
reset-lead = Diga-nos o seu e-mail e enviamos-lhe uma ligação para escolher uma nova palavra-passe.
reset-button = Envie-me a ligação
reset-no-mail = Não tem e-mail? Pergunte à administração da sua comunidade; podem ajudar em pessoa.
reset-sent-title = Veja o seu correio
reset-sent-lead = Se alguém aqui tem este endereço, já vai a caminho uma mensagem com uma ligação.
reset-sent-more = A ligação funciona meia hora. Se nada chegar, veja no lixo eletrónico ou tente o endereço com que se registou.
reset-sent-go = Entrar
choose-title = Escolha uma nova palavra-passe
choose-lead = É para <b>{ $email }</b>. A sessão termina em todos os seus aparelhos.
choose-button = Mudar a palavra-passe
notice-password-changed = A sua palavra-passe mudou.

me-title = Definições
me-name-hint = O seu próprio nome. O que cada comunidade mostra de si muda-se na sua página de lá.
me-save = Guardar
me-entry = Como entra
me-memberships = As suas comunidades
me-no-memberships = Ainda não está em nenhuma comunidade.
me-waits = { $name } pediu para entrar. A administração vai responder.
me-in-use = em uso
me-join-another = Entrar noutra comunidade
notice-saved = Guardado.
me-address-title = Endereço de e-mail
me-address-lead = É com ele que entra, e é para lá que escrevemos. O novo conta quando abrir a ligação que lhe enviamos.
me-address-now = Agora
me-address-new = Novo endereço
me-current-hint = Para que ninguém o faça por si no seu ecrã.
me-address-button = Enviar a ligação
notice-address-asked = Enviámos uma ligação para o novo endereço.
me-confirm-title = Confirme o seu novo endereço
me-confirm-lead = A partir de agora entra com ele, e é para lá que escrevemos.
me-confirm-button = Usar este endereço
notice-address-changed = O seu endereço mudou.
me-password-title = Palavra-passe
me-password-sub = Mudá-la
me-password-lead = A sessão termina nos seus outros aparelhos.
me-devices-title = Aparelhos
me-devices-sub = Onde tem a sessão aberta
me-devices-lead = Tem a sessão aberta aqui. Termine-a no que não conhece ou perdeu.
me-devices-unknown = Outro programa
me-devices-this = este
me-devices-end = Terminar
me-devices-end-named = Terminar a sessão em { $name }
me-devices-end-others = Terminar em todos os outros
notice-device-out = Sessão terminada.

