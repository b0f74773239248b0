import type { Child, FC } from 'hono/jsx';
import { peut, type Usage } from '../../../domain/comptes/politique';
import { lecteur } from './compte-courant';

/** What only those who may do something are offered. The page behind it asks again. */
export const Pour: FC<{ usage: Usage; children?: Child }> = ({ usage, children }) => {
  const compte = lecteur();
  if (compte === undefined || !peut(compte.role, usage)) return null;
  return <>{children}</>;
};
