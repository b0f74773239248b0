import type { FC } from 'hono/jsx';
import { lecteurPeut } from '../porte/pour';
import { Page } from './gabarit';

const TEXTES = {
  400: [
    'Demande incomprise',
    'Cette page a reçu une demande qu’elle ne sait pas lire. Revenez au dossier et recommencez.',
  ],
  403: ['Demande refusée', 'Cette demande ne vient pas d’une page de Jalon : rien n’a été enregistré.'],
  404: ['Page introuvable', 'Cette adresse ne mène nulle part : le numéro a peut-être été mal recopié.'],
  405: [
    'Demande impossible à cette adresse',
    'Cette adresse ne répond pas à ce genre de demande : rien n’a été enregistré. Revenez au dossier et recommencez.',
  ],
  410: [
    'Page qui n’est plus gardée',
    'Ce qui était écrit ici n’est plus gardé, et rien n’a été enregistré. Reprenez depuis le dossier.',
  ],
  413: ['Demande trop volumineuse', 'Ce formulaire dépasse la taille acceptée : rien n’a été enregistré.'],
  414: ['Adresse trop longue', 'Cette adresse est trop longue pour être lue : rien n’a été enregistré.'],
  415: [
    'Demande incomprise',
    'Cette adresse attend un formulaire, et a reçu autre chose : rien n’a été enregistré. Revenez au dossier et recommencez.',
  ],
  429: [
    'Trop de demandes',
    'Trop de demandes viennent d’être faites avec ce compte : attendez une minute, puis recommencez.',
  ],
  500: ['Une erreur s’est produite', 'Rien n’est perdu : ce qui était enregistré le reste. Réessayez dans un instant.'],
  503: ['Service momentanément indisponible', 'Un élément de Jalon ne répond pas. Réessayez dans un instant.'],
} as const;
export type StatutErreur = keyof typeof TEXTES;

/** Whether what asks at an address is a machine, which reads no page. */
export const estPourMachine = (chemin: string): boolean => /\.json$|^\/codec\//.test(chemin);

/** What a machine is answered. */
export const erreurEnJson = (statut: StatutErreur, phrase?: string): { erreur: string } => ({
  erreur: phrase ?? TEXTES[statut][1],
});

/** The dossier that an address is about, for whoever has to go back to it. */
export const dossierDe = (chemin: string): string | undefined => /^\/dossiers\/([\d-]+)\//.exec(chemin)?.[1];

/** A page that says in French what went wrong, and what to do. */
export const PageErreur: FC<{
  statut: StatutErreur;
  boite: boolean;
  phrase?: string | undefined;
  dossier?: string | undefined;
}> = ({ statut, boite, phrase, dossier }) => {
  const [titre, texte] = TEXTES[statut];
  return (
    <Page titre={titre} boite={boite}>
      <h1>{titre}</h1>
      <p>{phrase ?? texte}</p>
      {dossier && lecteurPeut('lire-dossier') ? (
        <p>
          <a href={`/dossiers/${dossier}`}>Reprendre depuis le dossier {dossier}</a>
        </p>
      ) : null}
      <p>
        {lecteurPeut('relever-sante') ? (
          <a href="/exploitation">Revenir à l’exploitation</a>
        ) : (
          <a href="/dossiers">Revenir à la liste des dossiers</a>
        )}
      </p>
    </Page>
  );
};
