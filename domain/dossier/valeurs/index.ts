export { normaliserCodePostal } from './code-postal';
export { normaliserCourriel } from './courriel';
export type { ContexteValeur, Jugement } from './jugement';
export { normaliserNaissance } from './naissance';
export { enLignes, nettoyer, porteInterdit, surUneLigne } from './nettoyer';
export { lireNombre, normaliserEffectif } from './nombre';
export { ligneTelephonique, normaliserTelephone } from './telephone';
export { codeDeFaute, type FauteDeTexte, LONGUEUR_MESSAGE, lireTextes } from './textes';
