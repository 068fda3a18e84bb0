import { useState } from 'preact/hooks';
import { at } from '../api/api';
import { useTexts } from '../app/preferences';
import { TextArea } from '../ui/Field';
import { ProblemNotice } from '../ui/Notice';
import { EditDialog } from '../ui/EditDialog';
import { useEdit, type Edit } from '../ui/edit';
import { useFirstWrong } from '../ui/firstWrong';
import { useProblemsOf } from '../ui/problems';
import { useStanding } from '../ui/standing';
import type { Project } from './logservice';
import { formTexts } from './texts';

export function EditProject({ project, onClose, onDone }: { project: Project; onClose: () => void; onDone: (project: string) => void }) {
  const text = useTexts(formTexts);
  const edit = useEdit<Project>(at`projects/${project.name}`, () => onDone(project.name));
  return <EditDialog title={text.editProject(project.name)} form="edit-project" edit={edit} onClose={onClose}>{(value) => <Fields value={value} edit={edit} />}</EditDialog>;
}

function Fields({ value, edit }: { value: Project; edit: Edit<Project> }) {
  const text = useTexts(formTexts);
  const [description, setDescription] = useState(value.description);
  const problem = useStanding(edit, { description });
  const problemsOf = useProblemsOf(problem);
  const form = useFirstWrong(edit.problem);
  const submit = (event: Event) => {
    event.preventDefault();
    void edit.save({ description });
  };
  return (
    <form id="edit-project" ref={form} class="form" noValidate onSubmit={submit}>
      <TextArea label={text.description} value={description} onChange={setDescription} hint={text.descriptionHint} errors={problemsOf('description')} />
      <ProblemNotice problem={problem} shown={['description']} />
    </form>
  );
}
