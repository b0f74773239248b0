import { champsEnClair } from '../../domain/faits/champs-en-clair';
import { definitions, typesEvenement } from '../../domain/faits/evenements';

/** Every event that may be recorded, with its fields: what follows the help of `consigner`. */
export function aideEvenements(): string {
  const largeur = Math.max(...typesEvenement.map((type) => type.length));
  const lignes = typesEvenement.map((type) => {
    const { libelle } = definitions[type];
    return `  ${type.padEnd(largeur)}  ${libelle}\u00a0: ${champsEnClair(definitions[type])}`;
  });
  return ['\nÉvénements et leurs champs («\u00a0?\u00a0»\u00a0: facultatif)\u00a0:', ...lignes].join('\n');
}
