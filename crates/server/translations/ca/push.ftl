# El que els aparells mostren a l’instant (web push).

push-title = Als teus aparells
push-lead = Un telèfon o un ordinador pot mostrar el que passa tan bon punt passa, també amb aquestes pàgines tancades.
push-needs = Aquest navegador no ho pot fer aquí. En cal un que mostri notificacions i executi scripts; en un iPhone o iPad, posa primer aquestes pàgines a la pantalla d’inici i obre-les des d’allà.
push-denied = Aquest navegador no mostra notificacions d’aquestes pàgines. Permet-les a la seva configuració i torna a obrir aquesta pàgina.
push-failed = No ha funcionat: el navegador no ha arribat al seu servei de notificacions. Prova-ho més tard.
push-on = Mostra-ho en aquest aparell
push-off = Deixa de mostrar
push-off-named = No mostris res més a { $name }
push-since = Activat
push-kinds = Què mostren els teus aparells
push-renew = Renova
notice-push-on = Aquest aparell mostra des d’ara el que passa.
notice-push-off = Aquell aparell ja no mostra res.
error-push-place = El teu navegador rep notificacions en una adreça a la qual aquest servidor no envia: només a serveis d’Internet, per https. Un altre navegador servirà.
server-job-push = Una notificació a un aparell
