# What went wrong, and how to go on.

error-required = Omple aquest camp.
error-too-long = És massa llarg: { $max } caràcters com a màxim.
error-unknown = No s’ha acceptat ({ $code }). Revisa-ho o pregunta a qui porta la comunitat.
trouble-home = Vés a la primera pàgina
trouble-reference = Referència
trouble-try-again = { $count ->
    [one] Torna-ho a provar d’aquí a un minut.
   *[other] Torna-ho a provar d’aquí a { $count } minuts.
}
trouble-not-found = Aquí no hi ha res
trouble-not-found-lead = Potser l’adreça està mal escrita, el que hi havia ja no hi és, o és d’una comunitat on no ets.
trouble-not-allowed = Això toca a altres persones
trouble-not-allowed-lead = Amb aquest compte no pots veure o fer això. No ha canviat res.
trouble-forged = Torna-ho a enviar
trouble-forged-lead = La pàgina feia massa estona que era oberta o el formulari no venia d’aquí. No ha canviat res. Torna enrere, carrega la pàgina de nou i envia-ho una altra vegada.
trouble-too-large = És massa gran
trouble-too-large-lead = El que has enviat passa de 2 MB i no se n’ha desat res. Envia-ho en parts més petites.
trouble-unreadable = No hem pogut llegir això
trouble-unreadable-lead = El que ha arribat és incomplet o en un format que no coneixem. No ha canviat res. Torna enrere i envia-ho una altra vegada.
trouble-busy = Ara mateix hi ha moltíssima gent
trouble-busy-lead = No ho hem pogut atendre a temps. No compta; si era un intercanvi, en tornar a enviar el mateix formulari s’anota una sola vegada.
trouble-too-often = S’ha intentat massa vegades
trouble-too-often-lead = Per protegir els comptes de tothom fem una petita pausa.
trouble-internal = Alguna cosa ha fallat per part nostra
trouble-internal-lead = Ho sentim. Ha quedat apuntat, i qui porta aquest servidor ho pot trobar per la referència. Abans de tornar-ho a provar, mira al teu extracte si compta.
refused-helps = Què ajudaria
refused-rule = Quina norma és aquesta?
refused-back = Torna i canvia-ho
refused-kept = El que has escrit es conserva.
refused-code = Codi per a qui t’ajudi:
