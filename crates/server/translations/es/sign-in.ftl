# Stronger sign-in: passkeys, authenticator, recovery codes, being asked again.

sign-in-passkey = Usar una llave de acceso
sign-in-code-title = Un paso más
sign-in-code-lead = Abre la aplicación en tu teléfono y escribe el código que muestra para este sitio.
sign-in-code-lost = ¿Has perdido el teléfono? También sirve un código de recuperación. Si tampoco tienes ninguno, quien cuida de este servidor te puede ayudar.
sign-in-go-on = Seguir
field-one-time-code = Código
code-hint = Seis cifras, o uno de tus códigos de recuperación.
field-again-code = Código
field-again-password = Contraseña

me-sign-in-title = Llaves de acceso y códigos
me-sign-in-sub = Entra con el dedo, o con un segundo paso
me-sign-in-lead = Con una de estas dos cosas, nadie entra solo con tu contraseña, aunque la haya descubierto.
me-sign-in-asked = Cuidas de las cuentas de otras personas. Antes de que se abra la administración, prepara una de estas dos.
me-devices-seen = Última actividad:
me-devices-password = Con la contraseña
me-devices-code = Con contraseña y código
me-devices-recovery = Con contraseña y código de recuperación
me-devices-passkey = Con una llave de acceso

passkeys-title = Llaves de acceso
passkeys-lead = Tu teléfono u ordenador te deja entrar con el dedo, la cara o su código. Nada que recordar, nada que escribir.
passkeys-not-here = La dirección de este servidor son solo números, y los navegadores no crean llaves de acceso para esas.
passkey-add = Añadir una llave de acceso
passkey-add-title = Añadir una llave de acceso
passkey-add-lead = Tu aparato te pide el dedo, la cara o su código, y guarda la llave.
passkey-add-do = Crear la llave de acceso
passkey-name = Cómo la llamas
passkey-name-hint = Para que la reconozcas, por ejemplo Mi teléfono.
passkey-made = Creada
passkey-used = Usada por última vez
passkey-rename = Guardar el nombre
passkey-remove-title = ¿La has perdido o ya no la usas?
passkey-remove-lead = Una vez quitada, ya nadie entra con ella. En el propio aparato la borras en sus ajustes.
passkey-remove = Quitar esta llave de acceso
passkey-failed = No ha funcionado. Inténtalo otra vez, o entra de otra manera.
passkey-needs-script = Las llaves de acceso necesitan un navegador más nuevo y JavaScript activado. La aplicación con códigos funciona sin él.

authenticator-title = Aplicación con códigos
authenticator-lead = Una aplicación en tu teléfono, como Aegis o Google Authenticator, muestra un código que cambia todo el tiempo. Después de la contraseña se te pide. Si aún no tienes ninguna, instala antes una, como tus otras aplicaciones.
authenticator-begin = Preparar la aplicación
authenticator-works = Después de la contraseña se te pide el código de tu aplicación.
authenticator-remove = Dejar de usar la aplicación
authenticator-remove-lead = Desde entonces no se te pide ningún código después de la contraseña. Los códigos de recuperación dejan de valer con la aplicación.
authenticator-remove-sure = No pedir más códigos
authenticator-step-one = Abre la aplicación, elige añadir una cuenta y apunta la cámara a esta imagen. ¿Lees esto en ese mismo teléfono? Entonces pulsa el botón de debajo de la imagen.
authenticator-qr = Código QR para leer con la aplicación
authenticator-here = Abrir la aplicación aquí
authenticator-by-hand = O escribe esta clave en la aplicación:
authenticator-step-two = El código que la aplicación muestra ahora
authenticator-confirm = Activarla

codes-title = Códigos de recuperación
codes-left = { $count ->
    [0] No te queda ningún código de recuperación. Haz otros nuevos antes de perder el teléfono.
    [one] Te queda un código de recuperación.
   *[other] Te quedan { $count } códigos de recuperación.
}
codes-renew = Hacer códigos de recuperación nuevos
codes-authenticator-works = La aplicación funciona. Desde ahora se te pide su código.
codes-lead = Cuando no tengas el teléfono a mano, cada uno de estos códigos te deja entrar una vez. Solo se muestran ahora: imprímelos o apúntalos, y guárdalos con tus papeles importantes.
codes-old = Los códigos de antes ya no sirven.
codes-kept = Ya los tengo
codes-print = Imprimir
codes-copy = Copiar
codes-copied = Copiado

again-title = ¿Eres tú?
again-lead = Antes de seguir, muestra otra vez quién eres.
again-lead-second = Lo que solo hacen los administradores pide más que una contraseña: muestra tu llave de acceso o tu código.
again-one = Basta con una de estas formas.
again-why = Para que nadie haga esto en una pantalla que has dejado abierta. Lo que has escrito se conserva.
again-passkey = Usar una llave de acceso
again-code-do = Seguir con el código
again-password-do = Seguir con la contraseña

notice-passkey-added = La llave de acceso está guardada. Desde ahora puedes entrar con ella.
notice-passkey-removed = La llave de acceso ya no está.
notice-authenticator-removed = Ya no se te pide ningún código.

error-confirm-first = Muestra otra vez quién eres.
error-second-factor-first = Los administradores entran con una llave de acceso o con un código. Prepara una de las dos cosas en Ajustes, Llaves de acceso y códigos.
error-second-factor-now = Muestra primero tu llave de acceso o tu código.
error-authenticator-works = Ya tienes una aplicación con códigos. Quítala primero si quieres preparar otra.
error-passkeys-many = Tienes veinte llaves de acceso. Quita una que ya no uses.
error-passkey = Esa llave de acceso no se ha aceptado. Puede que aquí no se conozca, o que haya tardado más de cinco minutos. Inténtalo otra vez.
error-one-time-code = Este no es el código. Mira otra vez la aplicación, y el reloj de tu teléfono: tiene que ir en hora.
error-one-time-code-used = Este código ya se usó. Espera a que la aplicación muestre el siguiente.
error-half-over = Ha tardado demasiado. Entra otra vez.

letter-passkey-added-subject = Se ha añadido una llave de acceso
letter-passkey-added = La llave de acceso «{ $about }» acaba de añadirse a tu entrada en { $server }. Si no fuiste tú, quítala allí enseguida y cambia tu contraseña:
letter-passkey-removed-subject = Se ha quitado una llave de acceso
letter-passkey-removed = La llave de acceso «{ $about }» acaba de quitarse de tu entrada en { $server }. Si no fuiste tú, cambia tu contraseña y mira tus aparatos:
letter-passkey-fell-subject = Se ha rechazado una llave de acceso
letter-passkey-fell = Alguien acaba de intentar entrar en { $server } con la llave de acceso «{ $about }», y parecía una copia. Se ha rechazado. Quita esta llave y crea otra:
letter-authenticator-added-subject = Tu entrada pide ahora un código
letter-authenticator-added = Acaba de prepararse una aplicación con códigos para tu entrada en { $server }. Si no fuiste tú, elige enseguida otra contraseña y habla con quien cuida del servidor.
letter-authenticator-removed-subject = Tu entrada ya no pide código
letter-authenticator-removed = La aplicación con códigos acaba de quitarse de tu entrada en { $server }. Si no fuiste tú, cambia tu contraseña enseguida:
letter-authenticator-lost-subject = Prepara otra vez tu aplicación con códigos
letter-authenticator-lost = { $server } ha empezado a usar una clave nueva, así que ya no se conocen los códigos de tu aplicación ni los de recuperación. Entra con tu contraseña y prepara la aplicación otra vez:
letter-codes-made-subject = Códigos de recuperación nuevos
letter-codes-made = Acaban de hacerse códigos de recuperación nuevos para tu entrada en { $server }; los de antes ya no sirven. Si no fuiste tú, cambia tu contraseña enseguida:
letter-code-used-subject = Se ha usado un código de recuperación
letter-code-used = Alguien, seguramente tú, acaba de usar uno de tus códigos de recuperación en { $server }. Códigos que quedan: { $about }. Si no fuiste tú, cambia tu contraseña enseguida; allí puedes también hacer códigos nuevos:
letter-new-device-subject = Has entrado en otro aparato
letter-new-device = Alguien, seguramente tú, acaba de entrar en { $server } con un navegador que no se había usado antes: { $about }. Si no fuiste tú, ciérrale la sesión allí y cambia tu contraseña:
letter-second-factor-forgotten-subject = Se han quitado tus llaves de acceso y códigos
letter-second-factor-forgotten = Quien cuida de { $server } ha quitado tus llaves de acceso y tu aplicación con códigos, y ha cerrado todas tus sesiones. Entra con tu contraseña y prepara una de las dos cosas otra vez. Si no lo pediste, díselo.

log-second-factor-forgotten = Se quitaron las llaves de acceso y los códigos de { $subject }
log-passkey-fell = Se rechazó una llave de acceso de { $subject }: puede ser una copia
log-key-renewed = Se empezó una clave nueva; aplicaciones por preparar otra vez: { $subject }
