# Signing in and out, registering, finding back in, and a user's own affairs.

field-login = E-mail ou número de conta
field-password = Palavra-passe
field-new-password = Nova palavra-passe
field-current = A tua palavra-passe de agora
field-name = Nome
field-email = E-mail
field-locale = Idioma

sign-in-title = Entrar
sign-in-login-hint = Por exemplo ana@example.org ou MARL0027.
sign-in-button = Entrar
sign-in-forgotten = Esqueci-me da palavra-passe
sign-in-new = É a primeira vez?
sign-in-register = Regista-te
sign-in-demo = Contas desta demonstração
sign-in-demo-lead = Escolhe uma; a palavra-passe de todas é <b>{ $password }</b>.
notice-signed-out = Saíste da tua conta.

register-title = Regista-te
register-lead = Um só registo chega para todas as comunidades deste servidor. Escrevemos-te para ver que o endereço é teu.
register-name-hint = Como os teus vizinhos te conhecem.
register-email-hint = Os outros membros só o veem se quiseres.
register-password-hint = Pelo menos 10 caracteres. Umas palavras seguidas servem bem e são fáceis de lembrar.
register-button = Registar-me
register-known = Já te registaste?
register-sent-title = Vê o teu correio
register-sent-lead = Enviámos-te uma mensagem com uma ligação. Abre-a para continuar.
register-sent-more = Pode demorar uns minutos, e por vezes vai parar ao lixo eletrónico. A ligação funciona três dias.
register-sent-go = À primeira página

confirm-title = Confirma o teu endereço
confirm-lead = Escreve a palavra-passe que escolheste, e <b>{ $email }</b> fica confirmado.
confirm-password-hint = Pedimo-la para que ninguém te registe com um simples clique.
confirm-button = Confirmar e entrar
dead-link-title = Esta ligação já não funciona
dead-link-lead = Já foi usada, é demasiado antiga ou foi enviada outra mais recente.
dead-link-more = Entra e, se não conseguires, pede aí uma nova ligação.
dead-link-go = Entrar

reset-title = Uma nova palavra-passe
reset-lead = Diz-nos o teu e-mail e enviamos-te uma ligação para escolheres uma nova palavra-passe.
reset-button = Enviar-me a ligação
reset-no-mail = Não tens e-mail? Pergunta à administração da tua comunidade; podem ajudar em pessoa.
reset-sent-title = Vê o teu correio
reset-sent-lead = Se alguém aqui tem este endereço, já vai a caminho uma mensagem com uma ligação.
reset-sent-more = A ligação funciona meia hora. Se nada chegar, vê no lixo eletrónico ou tenta o endereço com que te registaste.
reset-sent-go = Entrar
choose-title = Escolhe uma nova palavra-passe
choose-lead = É para <b>{ $email }</b>. A sessão termina em todos os teus aparelhos.
choose-button = Mudar a palavra-passe
notice-password-changed = A tua palavra-passe mudou.

me-title = Definições
me-name-hint = O teu próprio nome. O que cada comunidade mostra de ti muda-se na tua página de lá.
me-save = Guardar
me-entry = Como entras
me-memberships = As tuas comunidades
me-no-memberships = Ainda não estás em nenhuma comunidade.
me-waits = { $name } pediu para entrar. A administração vai responder.
me-in-use = em uso
me-join-another = Entrar noutra comunidade
notice-saved = Guardado.
me-address-title = Endereço de e-mail
me-address-lead = É com ele que entras, e é para lá que escrevemos. O novo conta quando abrires a ligação que te enviamos.
me-address-now = Agora
me-address-new = Novo endereço
me-current-hint = Para que ninguém o faça por ti no teu ecrã.
me-address-button = Enviar a ligação
notice-address-asked = Enviámos uma ligação para o novo endereço.
me-confirm-title = Confirma o teu novo endereço
me-confirm-lead = A partir de agora entras com ele, e é para lá que escrevemos.
me-confirm-button = Usar este endereço
notice-address-changed = O teu endereço mudou.
me-password-title = Palavra-passe
me-password-sub = Mudá-la
me-password-lead = A sessão termina nos teus outros aparelhos.
me-devices-title = Aparelhos
me-devices-sub = Onde tens a sessão aberta
me-devices-lead = Tens a sessão aberta nestes telemóveis e computadores. Termina-a nos que não conheces ou perdeste.
me-devices-unknown = Outro programa
me-devices-this = este
me-devices-end = Terminar
me-devices-end-named = Terminar a sessão em { $name }
me-devices-end-others = Terminar em todos os outros
notice-device-out = Sessão terminada.

