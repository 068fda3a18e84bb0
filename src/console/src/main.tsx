// The kit's own styles come behind these.
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/kit.css';
import './styles/shell.css';
import './styles/print.css';
import { render } from 'preact';
import { App } from './app/App';

render(<App />, document.getElementById('app')!);
