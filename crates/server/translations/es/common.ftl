# Words of the frame, of time and of lists, on every page.

time-just-now = ahora mismo
time-minutes-ago = { $count ->
    [one] hace 1 minuto
   *[other] hace { $count } minutos
}
time-today = hoy, { $time }
time-yesterday = ayer, { $time }
time-tomorrow = mañana, { $time }
frame-skip = Ir al contenido
frame-back = Volver
frame-places = Lugares
frame-home = Inicio
frame-statement = Extracto
frame-market = Mercado
frame-trade = Anotar
frame-more = Más
frame-waiting = { $count ->
    [one] 1 cosa te espera
   *[other] { $count } cosas te esperan
}
frame-account-of = Tu cuenta: { $name }
frame-my-page = Mi página
frame-settings = Ajustes
frame-sign-in = Entrar
frame-sign-out = Salir
frame-language = Idioma
frame-exchanges = Comunidades
frame-found = Crea una donde vives
frame-free-software = Software libre, AGPL 3.0
frame-demo-label = Demostración
frame-demo = <b>Esto es una demostración.</b> Toda la gente, las comunidades y los intercambios son inventados.
list-more = Mostrar más
form-errors = { $count ->
    [one] Hay una cosa que corregir
   *[other] Hay { $count } cosas que corregir
}
offline-title = Sin conexión
offline-lead = Esta página necesita conexión y ahora no la hay. No se pierde nada: prueba otra vez cuando vuelvas a tenerla.
offline-open = Abrir el último extracto que viste
offline-again = Probar otra vez

scale-my-floor = Puedes bajar hasta
scale-floor = Puede bajar hasta
scale-ceiling = y subir hasta
scale-no-floor = sin límite
scale-no-ceiling = sin límite
