import { formaterNumero } from '../domain/dossier/numero';
import type { Identite } from '../domain/dossier/personnes';
import type { Registre } from '../registre';
import { ligneIdentite } from '../registre/recherche';
import { agences, identites, referents } from '../registre/schema';
import { peuplerFlotte } from '../test/outils/flotte';
import { personnesInventees } from '../test/outils/ouvertures';

/** Day on which the situations of these people were computed. */
export const JOUR = '2025-09-20';

/** Someone to look for. */
export interface Invente {
  numero: string;
  prenom: string;
  nom: string;
  telephone: string;
  email: string;
  entreprise: string;
  referent: string;
  agence: string;
}

const SYLLABES =
  'ba bel cor dan del fau fer gau ger lan lau len mar mé mon nar per pois ral rou sau ser tel tin val ver vil zé';
const FINS = 'ard aud ault eau el er et ez ier in is on ot oux';
const PRENOMS =
  'Éloïse Anaïs Chloé Zoé Léa Inès Maëlle Agnès Françoise Monique Nadia Fatou Işıl Ana Paul Jean Zacharie Loïc Théo Hervé Gaëtan Noël Karim Ali Đạt Łukasz Jürgen Ivan Denis Rémi';
const METIERS = 'Menuiserie Boulangerie Transports Imprimerie Filature Garage Pharmacie Laiterie Fonderie Verrerie';

/** Choices that follow each other without a period that a page would meet. */
const parmi = (liste: string, rang: number, pas: number): string => {
  const mots = liste.split(' ');
  return mots[Math.floor(rang / pas) % mots.length]!;
};

function inventer(rang: number, suiveur: number): Invente {
  const nom = `${parmi(SYLLABES, rang, 1)}${parmi(SYLLABES, rang, 28)}${parmi(FINS, rang, 784)}`;
  const prenom = parmi(PRENOMS, rang * 13, 1);
  return {
    numero: formaterNumero(2025, rang),
    prenom,
    nom: nom[0]!.toUpperCase() + nom.slice(1),
    telephone: `06 39 98 ${String(rang % 10_000)
      .padStart(4, '0')
      .replace(/..$/, ' $&')}`,
    email: `${rang}.${nom}@example.org`,
    entreprise: `${parmi(METIERS, rang, 3)} ${parmi(SYLLABES, rang, 5)}${parmi(FINS, rang, 11)}`,
    referent: referentDe(suiveur),
    agence: agenceDe(suiveur),
  };
}

/** Dossiers of one counsellor, and counsellors of one agency. */
const PORTEFEUILLE = 100;
const EQUIPE = 15;
const LOT = 5_000;

/** A register of many dossiers: one situation copied inside PostgreSQL, with what lists sort and search on made different. */
export async function peuplerPays(registre: Registre, combien: number): Promise<Invente[]> {
  const [modele] = await peuplerFlotte(registre, { combien: 1, jour: JOUR });
  const suiveurs = await embaucher(registre, Math.ceil(combien / PORTEFEUILLE));
  const gens = Array.from({ length: combien - 1 }, (_, i) => inventer(i + 2, i % suiveurs));
  for (let debut = 0; debut < gens.length; debut += LOT) {
    const lot = gens.slice(debut, debut + LOT);
    await registre.pool.query(
      `INSERT INTO dossiers (numero, empreinte, statut, agence, referent, dossier, journal, situation, memoire, version, etat,
         prochaine_echeance, prochaine_libelle, reglement, terme, alertes, cree_le, maj_le)
       SELECT v.numero, 'pays-' || v.rang, 'OUVERT', r.agence, r.id, m.dossier, m.journal, m.situation, m.memoire, 1,
         CASE WHEN v.rang % 9 = 0 THEN 'SUSPENDU' WHEN v.rang % 50 = 1 THEN 'OUVERT_PAR_ERREUR' ELSE m.etat END,
         '${JOUR}'::date + (v.rang * 37 % 120)::int - 10, coalesce(m.prochaine_libelle, 'Bilan'),
         CASE WHEN v.rang % 10 = 0 THEN 'csp-2015-v2021' ELSE 'csp-2015-v2025' END, coalesce(m.terme, '2026-03-24') + v.rang * 17 % 200,
         CASE WHEN (v.rang + v.rang / 1500) % 20 = 0 THEN 1 ELSE 0 END, m.cree_le, m.maj_le
       FROM unnest($1::text[], $2::text[], $3::int[]) v (numero, referent, rang)
         JOIN referents r ON r.id = v.referent, dossiers m WHERE m.numero = $4`,
      [lot.map((i) => i.numero), lot.map((i) => i.referent), lot.map((_, i) => debut + i + 2), modele],
    );
    await registre.db.insert(identites).values(lot.map(enLigne));
  }
  await registre.pool.query(
    `INSERT INTO taches (numero, cle, type, libelle, echeance, statut, cree_le)
     SELECT numero, numero || '/ECHEANCE_PROCHE/BILAN/' || prochaine_echeance, 'ECHEANCE_PROCHE',
       'Bilan : au plus tard bientôt, et rien n’est consigné.', prochaine_echeance, 'A_FAIRE', cree_le
     FROM dossiers WHERE substr(numero, 6, 6)::int % 3 = 0`,
  );
  await registre.pool.query(
    `INSERT INTO taches (numero, cle, type, libelle, echeance, statut, cree_le)
     SELECT numero, numero || '/ADRESSE_REJETEE/EMAIL/0', 'ADRESSE_REJETEE', 'Adresse e-mail refusée : demander la bonne.',
       '${JOUR}'::date - substr(numero, 6, 6)::int % 15, 'A_FAIRE', cree_le
     FROM dossiers WHERE (substr(numero, 6, 6)::int + substr(numero, 6, 6)::int / 1500) % 25 = 0`,
  );
  await registre.pool.query(
    `INSERT INTO retenues (cle, numero, motif, par, le)
     SELECT numero || '/C13_FIN_CSP/BENEFICIAIRE/2026-03-24', numero, 'Adresse à vérifier', 'essai', cree_le
     FROM dossiers WHERE (substr(numero, 6, 6)::int + substr(numero, 6, 6)::int / 1500) % 30 = 0`,
  );
  await ecrire(registre);
  await registre.pool.query(
    `INSERT INTO rendez_vous (id, numero, sorte, mode, debut, duree_minutes, statut, sequence, cree_le, fixe_le, version, version_suivie)
     SELECT substr(md5(numero), 1, 16), numero, 'SUIVI', 'TELEPHONE', '${JOUR} 08:00Z'::timestamptz + substr(numero, 6, 6)::int % 30 * interval '1 day',
       30, 'PREVU', 0, cree_le, cree_le, 1, 1
     FROM dossiers WHERE substr(numero, 6, 6)::int % 2 = 0`,
  );
  return gens.filter((_, i) => (i + 2) % 50 !== 1);
}

/** Letters of each dossier that have left: few, for the register to be filled within minutes. */
const LETTRES = 4;

/** What has left of each dossier: one text for all, which weighs on no list. */
async function ecrire(registre: Registre): Promise<void> {
  const sha = '0'.repeat(64);
  await registre.pool.query(
    `INSERT INTO contenus (sha256, type, taille, compression, octets) VALUES ('${sha}', 'text/plain', 7, 'aucune', 'Bonjour')`,
  );
  await registre.pool.query(
    `INSERT INTO courriers (cle, numero, code, destinataire, base, date_prevue, statut, cree_le, maj_le, parti_le)
     SELECT numero || '/RAPPEL_ACTUALISATION/BENEFICIAIRE/' || jour::date, numero, 'RAPPEL_ACTUALISATION', 'BENEFICIAIRE', jour::date, jour::date,
       'PARTI', jour, jour, jour
     FROM dossiers, generate_series('${JOUR}'::date - ${LETTRES} * 14, '${JOUR}'::date - 14, interval '14 days') jour`,
  );
  await registre.pool.query(
    `INSERT INTO envois (cle, rang, canal, adresse, message_id, statut, tentatives, objet, gabarit, donnees_sha256, texte_sha256, prepare_le, tente_le, acheve_le)
     SELECT cle, 1, 'EMAIL', 'personne@example.org', '<' || cle || '>', 'PARTI', 1, 'Votre actualisation', 'RAPPEL_ACTUALISATION@1', '${sha}', '${sha}',
       parti_le, parti_le, parti_le
     FROM courriers`,
  );
}

const referentDe = (suiveur: number): string => `referent-${suiveur}`;
const agenceDe = (suiveur: number): string => `agence-${Math.floor(suiveur / EQUIPE)}`;

async function embaucher(registre: Registre, combien: number): Promise<number> {
  const ids = Array.from({ length: combien }, (_, i) => referentDe(i));
  const noms = [...new Set(ids.map((_, i) => agenceDe(i)))];
  await registre.db.insert(agences).values(noms.map((id) => ({ id, agence: { ...personnesInventees.agence, id } })));
  const { referent } = personnesInventees;
  await registre.db
    .insert(referents)
    .values(ids.map((id, i) => ({ id, agence: agenceDe(i), referent: { ...referent, id, agence: agenceDe(i) } })));
  return combien;
}

function enLigne({ numero, prenom, nom, telephone, email, entreprise }: Invente) {
  const identite: Identite = { ...personnesInventees.identite, prenom, nom, telephone, email };
  return ligneIdentite(numero, { identite, employeur: { nom: entreprise } });
}
