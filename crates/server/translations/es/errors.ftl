# What went wrong, and how to go on.

error-required = Rellena este campo.
error-too-long = Es demasiado largo: { $max } caracteres como máximo.
error-unknown = No se ha aceptado ({ $code }). Revísalo o pregunta a quien lleva la comunidad.
trouble-home = Ir a la primera página
trouble-reference = Referencia
trouble-try-again = { $count ->
    [one] Prueba otra vez dentro de un minuto.
   *[other] Prueba otra vez dentro de { $count } minutos.
}
trouble-not-found = Aquí no hay nada
trouble-not-found-lead = Puede que la dirección esté mal escrita, que lo que había ya no esté, o que sea de una comunidad en la que no estás.
trouble-not-allowed = Esto les toca a otras personas
trouble-not-allowed-lead = Con esta cuenta no puedes ver o hacer esto. No ha cambiado nada.
trouble-forged = Envíalo otra vez
trouble-forged-lead = La página llevaba demasiado tiempo abierta o el formulario no venía de aquí. No ha cambiado nada. Vuelve atrás, carga la página de nuevo y envíalo otra vez.
trouble-too-large = Es demasiado grande
trouble-too-large-lead = Lo que has enviado pasa de 2 MB y no se ha guardado nada. Envíalo en partes más pequeñas.
trouble-unreadable = No hemos podido leer esto
trouble-unreadable-lead = Lo que ha llegado está incompleto o en un formato que no conocemos. No ha cambiado nada. Vuelve atrás y envíalo otra vez.
trouble-busy = Ahora mismo hay muchísima gente
trouble-busy-lead = No hemos podido atenderlo a tiempo. No cuenta; si era un intercambio, al enviar otra vez el mismo formulario se anota una sola vez.
trouble-too-often = Se ha intentado demasiadas veces
trouble-too-often-lead = Para proteger las cuentas de todos hacemos una pequeña pausa.
trouble-internal = Algo ha fallado por nuestra parte
trouble-internal-lead = Lo sentimos. Ha quedado apuntado, y quien lleva este servidor puede encontrarlo por la referencia. Antes de probar otra vez, mira en tu extracto si cuenta.
refused-helps = Qué ayudaría
refused-rule = ¿Qué regla es esta?
refused-back = Volver y cambiarlo
refused-kept = Lo que escribiste se conserva.
refused-code = Código para quien te ayude:
