import type { PrefixList, SecurityGroup } from '../network/resources';
import type { Network } from '../network/useNetwork';

/** What a rule's cells can name. */
export type Choices = { group: SecurityGroup; network: Network; prefixLists: PrefixList[] };
