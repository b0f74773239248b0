/** Codes about accounts: opening one, choosing its password, signing in. Nothing was changed. */
export const phrasesComptes = {
  COMPTE_EN_DOUBLE: 'Un compte porte déjà cet identifiant, ou l’a porté : un identifiant ne sert qu’à une personne.',
  COMPTE_INCONNU: 'Aucun compte en service ne porte cet identifiant.',
  COMPTE_IDENTIFIANT_INVALIDE:
    'L’identifiant d’un compte est fait de 2 à 40 lettres minuscules sans accent, chiffres et tirets.',
  COMPTE_ADRESSE_INVALIDE: 'L’adresse e-mail du compte est mal écrite.',
  COMPTE_ADRESSE_EN_DOUBLE: 'Un compte a déjà cette adresse e-mail.',
  COMPTE_ROLE_INCONNU:
    'Ce rôle n’existe pas : conseiller, responsable, juriste, administrateur, lecture-seule ou exploitation.',
  COMPTE_SANS_AGENCE: 'Ce rôle voit les dossiers d’une agence : dire laquelle.',
  COMPTE_AVEC_AGENCE: 'Ce rôle ne voit aucun dossier : son compte n’est d’aucune agence.',
  MOT_DE_PASSE_COURT: 'Le mot de passe doit avoir au moins 12 caractères.',
  MOT_DE_PASSE_LONG: 'Le mot de passe ne peut pas dépasser 200 caractères.',
  MOT_DE_PASSE_COURANT: 'Ce mot de passe est de ceux que l’on essaie en premier : choisissez-en un plus rare.',
  MOT_DE_PASSE_DEVINABLE:
    'Ce mot de passe reprend votre nom, votre adresse ou votre identifiant : choisissez-en un autre.',
  MOTS_DE_PASSE_DIFFERENTS: 'Les deux mots de passe ne sont pas les mêmes.',
  ENTREE_REFUSEE: 'L’adresse, le mot de passe ou le code n’est pas le bon.',
  CODE_FAUX: 'Ce code n’est pas celui que l’application montre en ce moment.',
  SECOND_FACTEUR_DEJA_POSE: 'Ce compte demande déjà un code : un administrateur peut le réinitialiser.',
  ENTREE_RALENTIE:
    'Trop d’essais viennent d’échouer, pour ce compte ou d’où vous êtes : attendez un quart d’heure, ou demandez un nouveau lien à un administrateur.',
  AUTEUR_AUTRE: 'On n’agit qu’au nom de son propre compte : --auteur en nomme un autre que JALON_COMPTE.',
  ENTREE_ABANDONNEE: 'Le fournisseur d’identité n’a confirmé personne : votre entrée a été abandonnée, ou refusée.',
  ENTREE_PERDUE: 'Cette entrée a commencé il y a trop longtemps, ou dans un autre navigateur : recommencez.',
  IDENTITE_INCONNUE:
    'Votre identité est confirmée, mais aucun compte ne s’ouvre avec elle. Demandez un lien d’entrée à l’administrateur de Jalon, et choisissez-y d’entrer par votre fournisseur d’identité.',
  IDENTITE_EN_DOUBLE: 'Cette identité ouvre déjà un autre compte : une personne n’en a qu’un.',
  IDENTITE_PEU_SURE:
    'Votre fournisseur d’identité n’a pas demandé de second facteur, et il en faut un pour entrer ici.',
  LIEN_ENTREE_INCONNU: 'Ce lien a déjà servi, ou il a expiré : demandez-en un autre à un administrateur.',
} as const;
