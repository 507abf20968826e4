# What somebody wants to find again.

favourites-title = Favoris
favourites-lead = Les membres, les offres et les recherches que vous voulez retrouver. Personne d’autre ne le voit.
favourites-none = Rien ici pour l’instant. Gardez des membres, des offres et des recherches avec le cœur de leur page.
favourite-keep = Garder en favori
favourite-drop = Retirer des favoris
notice-favourite-kept = Gardé sous « Favoris ».
notice-favourite-dropped = N’est plus parmi vos favoris.
more-favourites = Favoris
more-favourites-sub = Membres, offres et recherches à retrouver
