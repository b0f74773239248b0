import type { FC } from 'hono/jsx';
import { enChiffres } from '../../../domain/calendrier/dates';
import type { Champ } from '../../../domain/dossier/champs';
import type { BlocageRappels } from '../../../registre';
import { instantEnClair } from '../../affichage/libelles';
import { nomSaisi, type Saisie } from '../../saisie/formulaire';
import { ChampSaisi } from '../commun/champ';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Page } from '../commun/gabarit';
import { Qui } from '../commun/qui';
import { ChampsRefuses, champsRefuses, Refuse } from '../commun/refuse';

export const champsBlocage: readonly Champ[] = [
  {
    nom: 'jusquau',
    libelle: 'Dernier jour sans rappel',
    aide: 'Ceux qui servent encore partent le lendemain.',
    genre: 'date',
    obligatoire: true,
  },
  {
    nom: 'motif',
    libelle: 'Pourquoi',
    aide: 'Gardé au registre. N’y écrivez rien qui relève du secret médical.',
    genre: 'texte',
    obligatoire: true,
  },
];

interface Props {
  vue: VueDossier;
  fuseau: string;
  /** The stop in force. */
  blocage: BlocageRappels | null;
  saisie?: Saisie;
  /** Sentences by field name; under '' what concerns the whole form. */
  erreurs?: Readonly<Record<string, string>>;
}

/** A stop on the reminders to one person: who asked for it, why, until when; and a form to change it. */
export const PageRappels: FC<Props> = ({ vue, fuseau, blocage, saisie = {}, erreurs = {} }) => (
  <Page titre={`Rappels, dossier ${vue.numero}`} menu="dossiers" boite={vue.boite}>
    <EnTeteDossier vue={vue} titre="Rappels à la personne" />
    <p>
      Les rappels attendent jusqu’au jour dit. Ce qui convoque, décide ou annonce part comme avant ; les rappels au
      référent aussi.
    </p>
    {Object.keys(erreurs).length > 0 ? (
      <Refuse>
        <p>{erreurs[''] ?? 'Corrigez ce qui est signalé.'} Rien n’est enregistré.</p>
        <ChampsRefuses champs={champsRefuses(champsBlocage, erreurs)} />
      </Refuse>
    ) : null}
    {blocage ? (
      <form method="post" action={`/dossiers/${vue.numero}/rappels/debloquer`} class="actions">
        <span>
          <strong>Bloqués jusqu’au {enChiffres(blocage.jusquau)} inclus</strong> par <Qui id={blocage.par} />, le{' '}
          {instantEnClair(blocage.le, fuseau)} : {blocage.motif}
        </span>
        <button type="submit" class="secondary outline">
          Laisser repartir les rappels
        </button>
      </form>
    ) : null}
    <form class="saisie" method="post" action={`/dossiers/${vue.numero}/rappels`}>
      <h2>{blocage ? 'Changer' : 'Bloquer les rappels'}</h2>
      {champsBlocage.map((champ) => (
        <ChampSaisi champ={champ} valeur={saisie[nomSaisi(champ.nom)] ?? ''} erreur={erreurs[champ.nom]} />
      ))}
      <div class="actions">
        <button type="submit">Bloquer</button>
        <a href={`/dossiers/${vue.numero}`}>Ne rien changer</a>
      </div>
    </form>
  </Page>
);
