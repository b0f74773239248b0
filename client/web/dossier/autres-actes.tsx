import type { FC } from 'hono/jsx';
import { lecteurPeut, Pour } from '../porte/pour';
import type { Partie } from './partie';

/** What is seldom done to a dossier; absent for who may do none of it. */
export function partieAutresActes(numero: string): Partie[] {
  if (!(lecteurPeut('agir-sur-un-dossier') || lecteurPeut('adopter-reglement'))) return [];
  return [
    {
      ...{ id: 'autres-actes', titre: 'Autres actes', ouverte: false, dit: 'rectifier, ouvert par erreur, paramètres' },
      contenu: <AutresActes numero={numero} />,
    },
  ];
}

const AutresActes: FC<{ numero: string }> = ({ numero }) => (
  <ul>
    <Pour usage="agir-sur-un-dossier">
      <li>
        <a href={`/dossiers/${numero}/rectification`}>Rectifier le dossier</a>{' '}
        <span class="discret">ce qui a été dit à son ouverture.</span>
      </li>
      <li>
        <a href={`/dossiers/${numero}/erreur`}>Ouvert par erreur…</a>
      </li>
    </Pour>
    <Pour usage="adopter-reglement">
      <li>
        <a href={`/dossiers/${numero}/parametres`}>Adopter d’autres paramètres</a>{' '}
        <span class="discret">pour ce seul dossier, d’après un texte : l’affaire d’un juriste.</span>
      </li>
    </Pour>
  </ul>
);
