import { both } from '../app/preferences';

export const userTexts = both(
  {
    title: 'Users', lead: 'Sub-users use all resources of the account with access keys of their own. They cannot see or change users, keys and the authorization.',
    notPrimary: 'Only the primary account may see and change users and their access keys. Ask whoever holds its key.',
    list: 'Sub-users', create: 'Create user', empty: 'There is no sub-user yet. Make one for each person or program, so that each has a key of its own.', name: 'Name', nameHint: '1 to 64 letters, digits, dots, hyphens and underscores; begins with a letter or digit.', description: 'Description', created: 'Created', keys: 'Access keys', actions: 'Actions', filter: 'Filter', noMatch: 'No user matches the filter.', zone: (zone: string) => `Times are those of ${zone}.`,
    noKeys: 'No key: this user cannot sign in yet.', createKey: 'Create access key', createKeyOf: (name: string) => `Create access key for ${name}`, twoKeys: 'A user has at most two keys. Delete one first.', deleteUser: (name: string) => `Delete user ${name}`, deleteKey: (id: string) => `Delete access key ${id}`, since: (time: string) => `since ${time}`,
    deleteUserAsk: (keys: number) => (keys === 0 ? 'The user has no keys.' : keys === 1 ? 'The user’s key ends at once; who uses it is refused from then on.' : `The user’s ${keys} keys end at once; who uses them is refused from then on.`), deleteKeyAsk: 'The key ends at once; who uses it is refused from then on.',
    newKey: (name: string) => `New access key of ${name}`, once: 'The secret is shown only now. Copy it before you close this.', id: 'AccessKey ID', secret: 'AccessKey secret', whole: 'Whole key, as Authorization: Bearer takes it', kept: 'I have it', copyId: 'Copy id', copySecret: 'Copy secret', copyWhole: 'Copy whole key',
  },
  {
    title: '用户', lead: '子用户使用各自的 AccessKey 访问本账号的全部资源，但不能查看或更改用户、AccessKey 和授权。',
    notPrimary: '只有主账号可以查看和更改用户及其 AccessKey。请联系持有主账号 AccessKey 的人员。',
    list: '子用户', create: '创建用户', empty: '还没有子用户。建议为每个人或程序各创建一个，使其拥有独立的 AccessKey。', name: '名称', nameHint: '1～64 个字母、数字、点、连字符或下划线，以字母或数字开头。', description: '描述', created: '创建时间', keys: 'AccessKey', actions: '操作', filter: '筛选', noMatch: '没有符合筛选条件的用户。', zone: (zone: string) => `时间所属时区：${zone}。`,
    noKeys: '没有 AccessKey，该用户还无法登录。', createKey: '创建 AccessKey', createKeyOf: (name: string) => `为 ${name} 创建 AccessKey`, twoKeys: '每个用户最多两个 AccessKey，请先删除一个。', deleteUser: (name: string) => `删除用户 ${name}`, deleteKey: (id: string) => `删除 AccessKey ${id}`, since: (time: string) => `创建于 ${time}`,
    deleteUserAsk: (keys: number) => (keys === 0 ? '该用户没有 AccessKey。' : `该用户的 ${keys} 个 AccessKey 将立即失效，使用者此后会被拒绝。`), deleteKeyAsk: '该 AccessKey 将立即失效，使用者此后会被拒绝。',
    newKey: (name: string) => `${name} 的新 AccessKey`, once: 'Secret 仅在此时显示，请在关闭前复制保存。', id: 'AccessKey ID', secret: 'AccessKey Secret', whole: '完整密钥（用于 Authorization: Bearer）', kept: '我已保存', copyId: '复制 ID', copySecret: '复制 Secret', copyWhole: '复制完整密钥',
  },
);
