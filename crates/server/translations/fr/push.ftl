# Ce que les appareils montrent aussitôt (web push).

push-title = Sur vos appareils
push-lead = Un téléphone ou un ordinateur peut montrer ce qui arrive dès que cela arrive, même quand ces pages sont fermées.
push-needs = Ce navigateur ne le peut pas ici. Il en faut un qui montre des notifications et exécute des scripts ; sur un iPhone ou un iPad, mettez d’abord ces pages sur l’écran d’accueil et ouvrez-les de là.
push-denied = Ce navigateur ne montre pas de notifications de ces pages. Permettez-les dans ses réglages, puis rouvrez cette page.
push-failed = Cela n’a pas marché : le navigateur n’a pas joint son service de notifications. Réessayez plus tard.
push-on = Le montrer sur cet appareil
push-off = Ne plus montrer
push-off-named = Ne plus rien montrer sur { $name }
push-since = Activé
push-kinds = Ce que montrent vos appareils
push-renew = Prolonger
notice-push-on = Cet appareil montre désormais ce qui arrive.
notice-push-off = Cet appareil ne montre plus rien.
error-push-place = Votre navigateur reçoit ses notifications à une adresse où ce serveur n’envoie pas : seulement à des services d’Internet, par https. Un autre navigateur conviendra.
server-job-push = Une notification à un appareil
