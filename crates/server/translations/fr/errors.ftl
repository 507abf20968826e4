# What went wrong, and how to go on.

error-required = Veuillez remplir ce champ.
error-too-long = C’est trop long : { $max } caractères au plus.
error-unknown = Cela n’a pas été accepté ({ $code }). Vérifiez, ou demandez à qui gère la communauté.
trouble-home = Aller à la première page
trouble-reference = Référence
trouble-try-again = { $count ->
    [one] Réessayez dans une minute.
   *[other] Réessayez dans { $count } minutes.
}
trouble-not-found = Il n’y a rien ici
trouble-not-found-lead = L’adresse est peut-être mal écrite, ce qui était ici n’y est plus, ou cela appartient à une communauté dont vous ne faites pas partie.
trouble-not-allowed = Cela revient à d’autres
trouble-not-allowed-lead = Ce compte ne permet pas de voir ou de faire cela. Rien n’a changé.
trouble-forged = Veuillez l’envoyer encore une fois
trouble-forged-lead = La page est restée ouverte trop longtemps, ou le formulaire ne venait pas d’ici. Rien n’a changé. Revenez en arrière, rechargez la page et envoyez-le encore une fois.
trouble-too-large = C’est trop volumineux
trouble-too-large-lead = Ce que vous avez envoyé dépasse 2 Mo, et rien n’en a été pris. Envoyez-le en parties plus petites.
trouble-unreadable = Nous n’avons pas pu lire ceci
trouble-unreadable-lead = Ce qui est arrivé est incomplet ou dans un format inconnu. Rien n’a changé. Revenez en arrière et envoyez-le encore une fois.
trouble-busy = Il y a beaucoup de monde en ce moment
trouble-busy-lead = Nous n’avons pas pu le traiter à temps. Cela ne compte pas ; si c’était un échange, renvoyer le même formulaire ne le note qu’une fois.
trouble-too-often = Trop de tentatives
trouble-too-often-lead = Pour protéger les comptes de chacun, nous faisons une courte pause.
trouble-internal = Quelque chose a mal tourné de notre côté
trouble-internal-lead = Nous en sommes désolés. C’est consigné, et qui gère ce serveur peut le retrouver par la référence. Avant de réessayer, regardez sur votre relevé si cela compte.
refused-helps = Ce qui aiderait
refused-rule = De quelle règle s’agit-il ?
refused-back = Revenir et modifier
refused-kept = Ce que vous avez écrit est gardé.
refused-code = Code pour qui vous aide :
