# Stronger sign-in: passkeys, authenticator, recovery codes, being asked again.

sign-in-passkey = Usar uma chave de acesso
sign-in-code-title = Mais um passo
sign-in-code-lead = Abra a aplicação no telemóvel e escreva o código que ela mostra para este lugar.
sign-in-code-lost = Perdeu o telemóvel? Um código de recuperação também serve. Se também não tem nenhum, quem cuida deste servidor pode ajudar.
sign-in-go-on = Continuar
field-one-time-code = Código
code-hint = Seis algarismos, ou um dos seus códigos de recuperação.
field-again-code = Código
field-again-password = Palavra-passe

me-sign-in-title = Chaves de acesso e códigos
me-sign-in-sub = Entrar com o dedo, ou com um segundo passo
me-sign-in-lead = Com uma destas duas coisas, uma palavra-passe que alguém descobriu não abre nada.
me-sign-in-asked = Cuida das contas de outras pessoas. Antes de a administração se abrir, prepare uma destas duas coisas.
me-devices-seen = Visto pela última vez
me-devices-password = Com a palavra-passe
me-devices-code = Com palavra-passe e código
me-devices-recovery = Com palavra-passe e código de recuperação
me-devices-passkey = Com uma chave de acesso

passkeys-title = Chaves de acesso
passkeys-lead = O seu telemóvel ou computador deixa-o entrar com o dedo, o rosto ou o código dele. Nada para lembrar, nada para escrever.
passkeys-not-here = O endereço deste servidor tem só números, e os navegadores não criam chaves de acesso para esses.
passkey-add = Acrescentar uma chave de acesso
passkey-add-title = Acrescentar uma chave de acesso
passkey-add-lead = O seu aparelho pede o dedo, o rosto ou o código dele, e guarda a chave.
passkey-add-do = Criar a chave de acesso
passkey-name = Como lhe chama
passkey-name-hint = Para a reconhecer, por exemplo O meu telemóvel.
passkey-made = Criada
passkey-used = Usada pela última vez
passkey-rename = Guardar o nome
passkey-remove-title = Perdida, ou já não a usa?
passkey-remove-lead = Então mais ninguém entra com ela. No próprio aparelho, apaga-a nas definições.
passkey-remove = Retirar esta chave de acesso
passkey-failed = Não funcionou. Tente outra vez, ou entre de outra maneira.
passkey-needs-script = As chaves de acesso precisam de um navegador mais novo, com JavaScript ligado. A aplicação com códigos funciona sem ele.

authenticator-title = Aplicação com códigos
authenticator-lead = Uma aplicação no telemóvel, como Aegis ou Google Authenticator, mostra um código que está sempre a mudar. Depois da palavra-passe é-lhe pedido.
authenticator-begin = Preparar a aplicação
authenticator-works = Depois da palavra-passe é-lhe pedido o código da sua aplicação.
authenticator-remove = Deixar de usar a aplicação
authenticator-step-one = Abra a aplicação, escolha acrescentar uma conta e aponte a câmara para esta imagem.
authenticator-qr = Código QR para ler com a aplicação
authenticator-here = A aplicação está neste aparelho
authenticator-by-hand = Ou escreva esta chave na aplicação:
authenticator-step-two = O código que a aplicação mostra agora
authenticator-confirm = Ligá-la

codes-title = Códigos de recuperação
codes-left = { $count ->
    [0] Não lhe resta nenhum código de recuperação. Faça novos antes de perder o telemóvel.
    [one] Resta-lhe um código de recuperação.
   *[other] Restam-lhe { $count } códigos de recuperação.
}
codes-renew = Fazer códigos de recuperação novos
codes-authenticator-works = A aplicação funciona. A partir de agora é-lhe pedido o código dela.
codes-lead = Cada um destes códigos abre uma vez quando não tem o telemóvel à mão. Só são mostrados agora: imprima-os ou escreva-os, e guarde-os com os papéis importantes. Os códigos de antes já não servem.
codes-kept = Já os tenho
codes-print = Imprimir
codes-copy = Copiar
codes-copied = Copiado

again-title = É você?
again-lead = Antes de continuar, mostre outra vez quem é.
again-lead-second = O que só os administradores fazem pede mais do que uma palavra-passe: mostre a sua chave de acesso ou o seu código.
again-why = Para que ninguém o faça num ecrã que deixou aberto. O que escreveu fica guardado.
again-passkey = Usar uma chave de acesso
again-code-do = Continuar com o código
again-password-do = Continuar com a palavra-passe

notice-passkey-added = A chave de acesso está guardada. A partir de agora pode entrar com ela.
notice-passkey-removed = A chave de acesso foi retirada.
notice-authenticator-removed = Já não lhe é pedido nenhum código.

error-confirm-first = Mostre outra vez quem é.
error-second-factor-first = Os administradores entram com uma chave de acesso ou com um código. Prepare uma das duas coisas em Definições, Chaves de acesso e códigos.
error-second-factor-now = Mostre primeiro a sua chave de acesso ou o seu código.
error-authenticator-works = Já tem uma aplicação com códigos. Retire-a primeiro se quer preparar outra.
error-passkeys-many = Tem vinte chaves de acesso. Retire uma que já não use.
error-passkey = Essa chave de acesso não foi aceite. Talvez aqui não seja conhecida, ou demorou mais de cinco minutos. Tente outra vez.
error-one-time-code = Este não é o código. Veja outra vez a aplicação, e o relógio do telemóvel: tem de estar certo.
error-one-time-code-used = Este código já foi usado. Espere que a aplicação mostre o seguinte.
error-half-over = Demorou demasiado. Entre outra vez.

letter-passkey-added-subject = Foi acrescentada uma chave de acesso
letter-passkey-added = A chave de acesso «{ $about }» acabou de ser acrescentada à sua entrada em { $server }. Se não foi você, retire-a lá já e mude a palavra-passe:
letter-passkey-removed-subject = Foi retirada uma chave de acesso
letter-passkey-removed = A chave de acesso «{ $about }» acabou de ser retirada da sua entrada em { $server }. Se não foi você, mude a palavra-passe e veja os seus aparelhos:
letter-passkey-fell-subject = Foi recusada uma chave de acesso
letter-passkey-fell = Alguém acabou de tentar entrar em { $server } com a chave de acesso «{ $about }», e parecia uma cópia. Foi recusada. Retire esta chave e crie uma nova:
letter-authenticator-added-subject = A sua entrada pede agora um código
letter-authenticator-added = Acabou de ser preparada uma aplicação com códigos para a sua entrada em { $server }. Se não foi você, escolha já outra palavra-passe e fale com quem cuida do servidor.
letter-authenticator-removed-subject = A sua entrada já não pede código
letter-authenticator-removed = A aplicação com códigos acabou de ser retirada da sua entrada em { $server }. Se não foi você, mude já a palavra-passe:
letter-authenticator-lost-subject = Prepare outra vez a sua aplicação com códigos
letter-authenticator-lost = { $server } começou a usar uma chave nova, por isso já não se conhecem os códigos da sua aplicação nem os de recuperação. Entre com a palavra-passe e prepare a aplicação outra vez:
letter-codes-made-subject = Códigos de recuperação novos
letter-codes-made = Acabaram de ser feitos códigos de recuperação novos para a sua entrada em { $server }; os de antes já não servem. Se não foi você, mude já a palavra-passe:
letter-code-used-subject = Foi usado um código de recuperação
letter-code-used = Alguém, provavelmente você, acabou de usar um dos seus códigos de recuperação em { $server }. Códigos que restam: { $about }. Se não foi você, mude já a palavra-passe; lá pode também fazer códigos novos:
letter-new-device-subject = Entrou noutro aparelho
letter-new-device = Alguém, provavelmente você, acabou de entrar em { $server } com um navegador que não tinha sido usado antes: { $about }. Se não foi você, termine-lhe a sessão lá e mude a palavra-passe:
letter-second-factor-forgotten-subject = As suas chaves de acesso e códigos foram retirados
letter-second-factor-forgotten = Quem cuida de { $server } retirou as suas chaves de acesso e a sua aplicação com códigos, e terminou todas as suas sessões. Entre com a palavra-passe e prepare outra vez uma das duas coisas. Se não o pediu, diga-lho.

log-second-factor-forgotten = Foram retiradas as chaves de acesso e os códigos de { $subject }
log-passkey-fell = Foi recusada uma chave de acesso de { $subject }: pode ser uma cópia
log-key-renewed = Começou-se uma chave nova; aplicações a preparar outra vez: { $subject }
