# O que os aparelhos mostram logo (web push).

push-title = Nos teus aparelhos
push-lead = Um telemóvel ou computador pode mostrar o que acontece assim que acontece, também com estas páginas fechadas.
push-needs = Este navegador não o consegue fazer aqui. É preciso um que mostre notificações e execute scripts; num iPhone ou iPad, põe primeiro estas páginas no ecrã principal e abre-as a partir daí.
push-denied = Este navegador não mostra notificações destas páginas. Permite-as nas definições dele e abre outra vez esta página.
push-failed = Não funcionou: o navegador não chegou ao seu serviço de notificações. Tenta mais tarde.
push-on = Mostrar neste aparelho
push-off = Deixar de mostrar
push-off-named = Não mostrar mais nada em { $name }
push-since = Ligado
push-kinds = O que os teus aparelhos mostram
push-renew = Renovar
notice-push-on = Este aparelho mostra a partir de agora o que acontece.
notice-push-off = Esse aparelho já não mostra nada.
error-push-place = O teu navegador recebe notificações num endereço para onde este servidor não envia: só para serviços na Internet, por https. Outro navegador serve.
server-job-push = Uma notificação a um aparelho
