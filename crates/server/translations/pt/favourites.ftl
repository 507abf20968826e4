# What somebody wants to find again.

favourites-title = Favoritos
favourites-lead = Pessoas, ofertas e procuras que queres voltar a encontrar. Mais ninguém vê isto.
favourites-none = Ainda não há nada aqui. Guarda pessoas, ofertas e procuras com o coração da página delas.
favourite-keep = Guardar nos favoritos
favourite-drop = Tirar dos favoritos
notice-favourite-kept = Guardado em «Favoritos».
notice-favourite-dropped = Já não está entre os teus favoritos.
more-favourites = Favoritos
more-favourites-sub = Pessoas, ofertas e procuras para voltar a encontrar
