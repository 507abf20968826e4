# Stronger sign-in: passkeys, authenticator, recovery codes, being asked again.

sign-in-passkey = Usar uma chave de acesso
sign-in-code-title = Mais um passo
sign-in-code-lead = Abre a aplicação no telemóvel e escreve o código que ela mostra para este sítio.
sign-in-code-lost = Perdeste o telemóvel? Um código de recuperação também serve. Se também não tens nenhum, quem cuida deste servidor pode ajudar-te.
sign-in-go-on = Continuar
field-one-time-code = Código
code-hint = Seis algarismos, ou um dos teus códigos de recuperação.
field-again-code = Código
field-again-password = Palavra-passe

me-sign-in-title = Chaves de acesso e códigos
me-sign-in-sub = Entrar com o dedo, ou com um segundo passo
me-sign-in-lead = Com uma destas duas coisas, ninguém entra só com a tua palavra-passe, mesmo que a tenha descoberto.
me-sign-in-asked = Cuidas das contas de outras pessoas. Antes de a administração se abrir, prepara uma destas duas coisas.
me-devices-seen = Última atividade:
me-devices-password = Com a palavra-passe
me-devices-code = Com palavra-passe e código
me-devices-recovery = Com palavra-passe e código de recuperação
me-devices-passkey = Com uma chave de acesso

passkeys-title = Chaves de acesso
passkeys-lead = O teu telemóvel ou computador deixa-te entrar com o dedo, o rosto ou o código dele. Nada para lembrar, nada para escrever.
passkeys-not-here = O endereço deste servidor tem só números, e os navegadores não criam chaves de acesso para esses.
passkey-add = Acrescentar uma chave de acesso
passkey-add-title = Acrescentar uma chave de acesso
passkey-add-lead = O teu aparelho pede o dedo, o rosto ou o código dele, e guarda a chave.
passkey-add-do = Criar a chave de acesso
passkey-name = Como lhe chamas
passkey-name-hint = Para a reconheceres, por exemplo O meu telemóvel.
passkey-made = Criada
passkey-used = Usada pela última vez
passkey-rename = Guardar o nome
passkey-remove-title = Perdeste-a, ou já não a usas?
passkey-remove-lead = Depois de retirada, já ninguém entra com ela. No próprio aparelho, apaga-la nas definições.
passkey-remove = Retirar esta chave de acesso
passkey-failed = Não funcionou. Tenta outra vez, ou entra de outra maneira.
passkey-needs-script = As chaves de acesso precisam de um navegador mais novo, com JavaScript ligado. A aplicação com códigos funciona sem ele.

authenticator-title = Aplicação com códigos
authenticator-lead = Uma aplicação no telemóvel, como Aegis ou Google Authenticator, mostra um código que está sempre a mudar. Depois da palavra-passe é-te pedido. Se ainda não tens nenhuma, instala primeiro uma, como as outras aplicações.
authenticator-begin = Preparar a aplicação
authenticator-works = Depois da palavra-passe é-te pedido o código da tua aplicação.
authenticator-remove = Deixar de usar a aplicação
authenticator-remove-lead = A partir daí não te é pedido nenhum código depois da palavra-passe. Os códigos de recuperação acabam com a aplicação.
authenticator-remove-sure = Não pedir mais códigos
authenticator-step-one = Abre a aplicação, escolhe acrescentar uma conta e aponta a câmara para esta imagem. Estás a ler isto nesse mesmo telemóvel? Então carrega no botão por baixo da imagem.
authenticator-qr = Código QR para ler com a aplicação
authenticator-here = Abrir a aplicação aqui
authenticator-by-hand = Ou escreve esta chave na aplicação:
authenticator-step-two = O código que a aplicação mostra agora
authenticator-confirm = Ligá-la

codes-title = Códigos de recuperação
codes-left = { $count ->
    [0] Não te resta nenhum código de recuperação. Faz novos antes de perderes o telemóvel.
    [one] Resta-te um código de recuperação.
   *[other] Restam-te { $count } códigos de recuperação.
}
codes-renew = Fazer códigos de recuperação novos
codes-authenticator-works = A aplicação funciona. A partir de agora é-te pedido o código dela.
codes-lead = Quando não tiveres o telemóvel à mão, cada um destes códigos deixa-te entrar uma vez. Só são mostrados agora: imprime-os ou escreve-os, e guarda-os com os papéis importantes.
codes-old = Os códigos de antes já não servem.
codes-kept = Já os tenho
codes-print = Imprimir
codes-copy = Copiar
codes-copied = Copiado

again-title = És tu?
again-lead = Antes de continuares, mostra outra vez quem és.
again-lead-second = O que só os administradores fazem pede mais do que uma palavra-passe: mostra a tua chave de acesso ou o teu código.
again-one = Basta uma destas maneiras.
again-why = Para que ninguém o faça num ecrã que deixaste aberto. O que escreveste fica guardado.
again-passkey = Usar uma chave de acesso
again-code-do = Continuar com o código
again-password-do = Continuar com a palavra-passe

notice-passkey-added = A chave de acesso está guardada. A partir de agora podes entrar com ela.
notice-passkey-removed = A chave de acesso foi retirada.
notice-authenticator-removed = Já não te é pedido nenhum código.

error-confirm-first = Mostra outra vez quem és.
error-second-factor-first = Os administradores entram com uma chave de acesso ou com um código. Prepara uma das duas coisas em Definições, Chaves de acesso e códigos.
error-second-factor-now = Mostra primeiro a tua chave de acesso ou o teu código.
error-authenticator-works = Já tens uma aplicação com códigos. Retira-a primeiro se queres preparar outra.
error-passkeys-many = Tens vinte chaves de acesso. Retira uma que já não uses.
error-passkey = Essa chave de acesso não foi aceite. Talvez aqui não seja conhecida, ou demorou mais de cinco minutos. Tenta outra vez.
error-one-time-code = Este não é o código. Vê outra vez a aplicação, e o relógio do telemóvel: tem de estar certo.
error-one-time-code-used = Este código já foi usado. Espera que a aplicação mostre o seguinte.
error-half-over = Demorou demasiado. Entra outra vez.

letter-passkey-added-subject = Foi acrescentada uma chave de acesso
letter-passkey-added = A chave de acesso «{ $about }» acabou de ser acrescentada à tua entrada em { $server }. Se não foste tu, retira-a lá já e muda a palavra-passe:
letter-passkey-removed-subject = Foi retirada uma chave de acesso
letter-passkey-removed = A chave de acesso «{ $about }» acabou de ser retirada da tua entrada em { $server }. Se não foste tu, muda a palavra-passe e vê os teus aparelhos:
letter-passkey-fell-subject = Foi recusada uma chave de acesso
letter-passkey-fell = Alguém acabou de tentar entrar em { $server } com a chave de acesso «{ $about }», e parecia uma cópia. Foi recusada. Retira esta chave e cria uma nova:
letter-authenticator-added-subject = A tua entrada pede agora um código
letter-authenticator-added = Acabou de ser preparada uma aplicação com códigos para a tua entrada em { $server }. Se não foste tu, escolhe já outra palavra-passe e fala com quem cuida do servidor.
letter-authenticator-removed-subject = A tua entrada já não pede código
letter-authenticator-removed = A aplicação com códigos acabou de ser retirada da tua entrada em { $server }. Se não foste tu, muda já a palavra-passe:
letter-authenticator-lost-subject = Prepara outra vez a tua aplicação com códigos
letter-authenticator-lost = { $server } começou a usar uma chave nova, por isso já não se conhecem os códigos da tua aplicação nem os de recuperação. Entra com a palavra-passe e prepara a aplicação outra vez:
letter-codes-made-subject = Códigos de recuperação novos
letter-codes-made = Acabaram de ser feitos códigos de recuperação novos para a tua entrada em { $server }; os de antes já não servem. Se não foste tu, muda já a palavra-passe:
letter-code-used-subject = Foi usado um código de recuperação
letter-code-used = Alguém, provavelmente tu, acabou de usar um dos teus códigos de recuperação em { $server }. Códigos que restam: { $about }. Se não foste tu, muda já a palavra-passe; lá podes também fazer códigos novos:
letter-new-device-subject = Entraste noutro aparelho
letter-new-device = Alguém, provavelmente tu, acabou de entrar em { $server } com um navegador que não tinha sido usado antes: { $about }. Se não foste tu, termina-lhe a sessão lá e muda a palavra-passe:
letter-second-factor-forgotten-subject = As tuas chaves de acesso e códigos foram retirados
letter-second-factor-forgotten = Quem cuida de { $server } retirou as tuas chaves de acesso e a tua aplicação com códigos, e terminou todas as tuas sessões. Entra com a palavra-passe e prepara outra vez uma das duas coisas. Se não o pediste, diz-lho.

log-second-factor-forgotten = Foram retiradas as chaves de acesso e os códigos de { $subject }
log-passkey-fell = Foi recusada uma chave de acesso de { $subject }: pode ser uma cópia
log-key-renewed = Começou-se uma chave nova; aplicações a preparar outra vez: { $subject }
