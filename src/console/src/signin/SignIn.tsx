import { useEffect, useState } from 'preact/hooks';
import { Api } from '../api/api';
import { ApiProblem } from '../api/problem';
import { both, useTexts } from '../app/preferences';
import { Choices } from '../app/Shell';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Notice, ProblemNotice } from '../ui/Notice';
import { useTask } from '../ui/asked';

/** Why somebody has to sign in again. */
export type SignInReason = 'ended';

const texts = both(
  {
    title: 'Sign in', lead: 'See which traffic crosses your network, what the security groups decided, and which rule decided it.',
    id: 'AccessKey ID', secret: 'AccessKey secret', go: 'Sign in', ended: 'The access key is not valid any more. Sign in again.',
    hint: 'A whole key, id and secret with a dot between, may be pasted here too. ./run prints one.', wrong: 'This access key is not valid.', kept: 'The key is kept in this tab until you close it or sign out.',
    missingId: 'Enter the AccessKey ID.', missingSecret: 'Enter the AccessKey secret.',
  },
  {
    title: '登录', lead: '查看网络中的流量、安全组的判定，以及作出判定的规则。',
    id: 'AccessKey ID', secret: 'AccessKey Secret', go: '登录', ended: 'AccessKey 已失效，请重新登录。',
    hint: '也可以在此粘贴以点号连接的完整密钥。./run 会显示一个。', wrong: 'AccessKey 无效。', kept: '密钥仅保存在此标签页中，关闭或退出后即清除。',
    missingId: '请输入 AccessKey ID。', missingSecret: '请输入 AccessKey Secret。',
  },
);

export function SignIn({ reason, onKey }: { reason: SignInReason | undefined; onKey: (key: string) => void }) {
  const text = useTexts(texts);
  const [id, setId] = useState('');
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  useEffect(() => {
    document.title = `${text.title} · FlowLog`;
  }, [text]);
  const task = useTask(async (key: string) => {
    await new Api(key, undefined).get('account');
    onKey(key);
  });
  // A whole key that is pasted is parted at once, so that the secret is not read over somebody's shoulder; one that is typed when it is whole.
  const takeId = (value: string) => {
    const dot = value.indexOf('.');
    const pasted = value.length - id.length > 1;
    setId(dot < 0 || !pasted ? value : value.slice(0, dot).trim());
    if (dot >= 0 && pasted) setSecret(value.slice(dot + 1).trim());
  };
  const key = id.includes('.') ? id.trim() : id.trim() !== '' && secret.trim() !== '' ? `${id.trim()}.${secret.trim()}` : '';
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (key !== '') void task.run(key);
  };
  const refused = task.problem instanceof ApiProblem && task.problem.status === 401;
  return (
    <main class="alone signin">
      <div class="signin-card card">
        <h1><img src="/favicon.svg" alt="" width="32" height="32" /> FlowLog</h1>
        <p class="lead">{text.lead}</p>
        {reason === 'ended' && !tried && <Notice kind="warning">{text.ended}</Notice>}
        <form onSubmit={submit} noValidate>
          <TextField label={text.id} value={id} onChange={takeId} required autoFocus hint={text.hint} errors={tried && id.trim() === '' ? [text.missingId] : []} />
          <TextField label={text.secret} type="password" value={secret} onChange={setSecret} required errors={tried && secret.trim() === '' && !id.includes('.') ? [text.missingSecret] : []} />
          {refused ? <Notice kind="error">{text.wrong}</Notice> : <ProblemNotice problem={task.problem} />}
          <Button kind="primary" type="submit" busy={task.busy}>{text.go}</Button>
        </form>
        <p class="hint">{text.kept}</p>
        <div class="signin-choices"><Choices /></div>
      </div>
    </main>
  );
}
