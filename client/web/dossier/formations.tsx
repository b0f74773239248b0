import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import { type Demarche, demarchesDe, libellesActeur, libellesFinancement } from '../../../domain/parcours/demarches';
import { type ProchaineDemarche, prochaineDemarche } from '../../../domain/parcours/formation-preparee';
import type { Situation } from '../../../domain/parcours/situation';
import type { FormationInscrite } from '../../../registre';
import { compte } from '../../affichage/libelles';
import { Faute, fautif } from '../commun/faute';
import { Pastille } from '../commun/gabarit';
import { Jour } from '../commun/jour';
import { Qui } from '../commun/qui';
import { FormulaireRefuse } from '../commun/refuse';
import { lecteurPeut, Pour } from '../porte/pour';
import type { Partie } from './partie';
import { FORMULAIRE, type SaisieRefusee } from './refusee';

interface Props {
  numero: string;
  formations: readonly FormationInscrite[];
  situation: Situation;
  /** Zone of R2 where the person lives. */
  residence: string;
  aujourdhui: DateCivile;
  /** A step whose day was just refused. */
  refusee: SaisieRefusee | null;
}

/** The trainings that the person prepares, each with how it is paid for and its steps. */
export function partieFormations(props: Props): Partie {
  const enCours = props.formations.filter((formation) => prochaineDemarche(formation, props.residence) !== null).length;
  return {
    ...{ id: 'formations', titre: 'Formation', ouverte: enCours > 0 || props.refusee !== null },
    dit:
      props.formations.length === 0
        ? lecteurPeut('preparer-formation')
          ? 'aucune ne se prépare : en préparer une'
          : 'aucune ne se prépare'
        : enCours === 0
          ? 'rien à faire'
          : `${compte(enCours, 'formation')} à suivre`,
    contenu: props.formations.length > 0 || lecteurPeut('preparer-formation') ? <Formations {...props} /> : null,
  };
}

const Formations: FC<Props> = ({ formations, refusee, ...commun }) => {
  const vivantes = formations.filter(({ abandonneeLe }) => abandonneeLe === null);
  return (
    <>
      <FormulaireRefuse refusee={refusee} />
      {vivantes.map((formation) => (
        <Formation
          {...commun}
          formation={formation}
          refusee={refusee?.saisie.formation === formation.id ? refusee : null}
        />
      ))}
      {formations.map(({ intitule, abandonneeLe, abandonneePar, abandonMotif }) =>
        abandonneeLe === null ? null : (
          <p class="discret">
            {intitule} : abandonnée le {enChiffres(abandonneeLe)} par <Qui id={abandonneePar} /> : {abandonMotif}
          </p>
        ),
      )}
      {vivantes.length > 0 ? (
        <p class="discret">
          Les démarches sont celles du carnet de suivi ; celles qu’il ne donne pas, et le jour où Jalon les redemande,
          sont à confirmer. Pendant la formation, la personne s’actualise chaque mois, « toujours à la recherche d’un
          emploi ».
        </p>
      ) : null}
      <Pour usage="preparer-formation">
        <p>
          <a href={`/dossiers/${commun.numero}/formations/preparer`}>Préparer une formation</a>
        </p>
      </Pour>
    </>
  );
};

type PropsFormation = Omit<Props, 'formations'> & { formation: FormationInscrite };

const Formation: FC<PropsFormation> = ({ numero, formation, situation, residence, aujourdhui, refusee }) => {
  const { id, intitule, financement, entreePrevue, faites } = formation;
  const prochaine = prochaineDemarche(formation, residence);
  const { dateFinCsp } = situation.resultat;
  return (
    <article aria-label={intitule}>
      <p>
        <strong>{intitule}</strong>
        {formation.organisme === null ? '' : `, ${formation.organisme}`}
        {entreePrevue === null ? '' : `, entrée prévue le ${enChiffres(entreePrevue)}`}{' '}
        {financement === null ? (
          <Pastille genre="attention">financement à déterminer</Pastille>
        ) : (
          <Pastille>{libellesFinancement[financement]}</Pastille>
        )}{' '}
        <Pour usage="preparer-formation">
          <a
            href={`/dossiers/${numero}/formations/preparer?formation=${encodeURIComponent(id)}`}
            aria-label={`${financement === null ? 'Choisir le financement' : 'Changer'} : ${intitule}`}
          >
            {financement === null ? 'Choisir le financement' : 'Changer'}
          </a>
        </Pour>
      </p>
      {entreePrevue !== null && dateFinCsp && entreePrevue > dateFinCsp ? (
        <p>
          <Pastille genre="alerte">après le CSP</Pastille> Il finit le {enChiffres(dateFinCsp)} : commencée après, ce ne
          serait pas une formation du CSP.
        </p>
      ) : null}
      <table class="cartes" aria-label={`Démarches : ${intitule}`}>
        <thead>
          <tr>
            <th scope="col">Démarche</th>
            <th scope="col">Qui</th>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
          {demarchesDe(financement).map((demarche) => (
            <Ligne
              {...{ numero, aujourdhui, demarche, formation: id }}
              faite={faites.find(({ code }) => code === demarche.code)}
              prochaine={prochaine?.demarche === demarche ? prochaine : null}
            />
          ))}
        </tbody>
      </table>
      <Pour usage="faire-une-demarche">
        <Faire {...{ numero, formation, aujourdhui, refusee }} />
      </Pour>
    </article>
  );
};

interface PropsLigne extends Pick<Props, 'numero' | 'aujourdhui'> {
  formation: string;
  demarche: Demarche;
  faite: FormationInscrite['faites'][number] | undefined;
  prochaine: ProchaineDemarche | null;
}

const Ligne: FC<PropsLigne> = ({ numero, aujourdhui, formation, demarche, faite, prochaine }) => (
  <tr>
    <th scope="row">
      {demarche.libelle}
      {demarche.aConfirmer ? <small class="discret"> (à confirmer)</small> : null}
    </th>
    <td data-titre="Qui">{libellesActeur[demarche.qui]}</td>
    <td data-titre="État">
      {faite ? (
        <div class="actions">
          <span>
            <Pastille genre="fait">faite le {enChiffres(faite.le)}</Pastille>{' '}
            <small>
              par <Qui id={faite.auteur} />
            </small>
          </span>
          <Pour usage="faire-une-demarche">
            <form method="post" action={`/dossiers/${numero}/formations/demarche/retirer`}>
              <input type="hidden" name={FORMULAIRE} value="demarche" />
              <input type="hidden" name="formation" value={formation} />
              <input type="hidden" name="demarche" value={demarche.code} />
              <button type="submit" class="secondary outline" aria-label={`Pas faite : ${demarche.libelle}`}>
                Pas faite
              </button>
            </form>
          </Pour>
        </div>
      ) : prochaine ? (
        <>
          <Pastille genre={prochaine.pourLe < aujourdhui ? 'alerte' : 'attention'}>
            à faire, pour le {enChiffres(prochaine.pourLe)}
          </Pastille>
          {prochaine.selon === null ? null : <small class="discret"> ({prochaine.selon} ; à confirmer)</small>}
          {demarche.code === 'ENTREE' ? (
            <Pour usage="agir-sur-un-dossier">
              {' '}
              <a href={`/dossiers/${numero}/evenement?type=FORMATION`}>Consigner la formation</a>
            </Pour>
          ) : null}
        </>
      ) : (
        <span class="discret">ensuite</span>
      )}
    </td>
  </tr>
);

interface PropsFaire extends Pick<Props, 'numero' | 'aujourdhui' | 'refusee'> {
  formation: FormationInscrite;
}

/** Any step that is left may be done first; a route is chosen elsewhere. */
const Faire: FC<PropsFaire> = ({ numero, formation, aujourdhui, refusee }) => {
  const { id, intitule, financement, faites } = formation;
  const aFaire = demarchesDe(financement).filter(
    ({ code }) => code !== 'FINANCEMENT' && faites.every((faite) => faite.code !== code),
  );
  if (aFaire.length === 0) return null;
  const faute = { id: `faute-demarche-${id}`, phrase: refusee?.phrase ?? null };
  const libelle = `Faite le : ${intitule}`;
  return (
    <form method="post" action={`/dossiers/${numero}/formations/demarche`} class="actions">
      <input type="hidden" name={FORMULAIRE} value="demarche" />
      <input type="hidden" name="formation" value={id} />
      <select name="demarche" aria-label={`Démarche faite : ${intitule}`}>
        {aFaire.map(({ code, libelle: dite }) => (
          <option value={code} selected={refusee?.saisie.demarche === code}>
            {dite}
          </option>
        ))}
      </select>
      <Jour
        nom="le"
        libelle={libelle}
        max={aujourdhui}
        valeur={refusee?.saisie.le ?? aujourdhui}
        {...fautif(faute)}
        aria-label={libelle}
      />
      <button type="submit" class="secondary outline" aria-label={`Démarche faite, noter : ${intitule}`}>
        Faite
      </button>
      <Faute {...faute} />
    </form>
  );
};
